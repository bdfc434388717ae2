/** Texts whose lines break where it is easy to be wrong. */
import type { BlockNode, TextNode } from '@anawim/lesson'

const say = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

const written = (text: string, type: 'highlight' | 'link' | 'textStyle', attrs: Record<string, string>): TextNode => ({
  type: 'text',
  text,
  marks: [{ type, attrs }],
})

/** What each is about, and its blocks. */
export const textSamples: [string, BlockNode[]][] = [
  ['Vietnamese', [say('Nghiêng nghiêng những ngọn nghệ, người người ngắm nghía mãi không thôi.')]],
  ['stacked marks', [say('ẤẦẨẪẬ ỐỒỔỖỘ ẾỀỂỄỆ ữựừứử ợởờớỡ — Thuở ấy Nguyễn Huệ xuất quân thần tốc.')]],
  ['English', [say('Photosynthesis turns light, water and carbon dioxide into sugar—and oxygen.')]],
  ['a long word', [say('pneumonoultramicroscopicsilicovolcanoconiosisandevenlongerwordsthanthat')]],
  ['hyphens and slashes', [say('nhiệt-độ cao/thấp 25–30 °C, tỉ lệ 3/4 và mười-hai-phần-trăm của cả nước')]],
  ['numbers', [say('Năm 1.234.567,89 đồng (2026) tăng 12,5% so với 987.654.321 đồng năm trước')]],
  ['quotes and brackets', [say('“Học, học nữa, học mãi” (V. I. Lê-nin) — câu nói ấy «vẫn đúng» hôm nay!')]],
  ['two paragraphs', [say('Lá cây xanh nhờ diệp lục.'), say('Ánh sáng mặt trời là nguồn năng lượng của sự sống.')]],
  ['an empty line', [say('Trước'), { type: 'paragraph' }, say('Sau')]],
  [
    'marks',
    [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Lá ' },
          { type: 'text', text: 'xanh đậm', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' và ' },
          { type: 'text', text: 'nghiêng nghiêng', marks: [{ type: 'italic' }] },
          { type: 'text', text: ' dưới ánh nắng ban mai của mùa hè rực rỡ.' },
        ],
      },
    ],
  ],
  [
    'a heading',
    [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Quang hợp ở thực vật bậc cao' }] }],
  ],
  [
    'a list',
    [
      {
        type: 'bulletList',
        content: ['Ánh sáng mặt trời và nước trong đất', 'Khí cacbonic'].map((text) => ({
          type: 'listItem',
          content: [say(text)],
        })),
      },
    ],
  ],
  [
    'other fonts',
    [
      {
        type: 'paragraph',
        content: [
          written('Chữ viết tay ngộ nghĩnh', 'textStyle', { fontFamily: 'Mali' }),
          { type: 'text', text: ' và ' },
          written('chữ có chân → trang trọng', 'textStyle', { fontFamily: 'Lora' }),
          { type: 'text', text: ', rồi chữ thường.' },
        ],
      },
    ],
  ],
  [
    'highlight, strike and link',
    [
      {
        type: 'paragraph',
        content: [
          written('Phần này quan trọng', 'highlight', { color: '#a5d8ff' }),
          { type: 'text', text: ', phần ' },
          { type: 'text', text: 'này đã bỏ', marks: [{ type: 'strike' }] },
          { type: 'text', text: ', xem ' },
          written('trang của trường', 'link', { href: 'https://truong.edu.vn' }),
        ],
      },
    ],
  ],
  [
    'a list in a list',
    [
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              say('Cây xanh'),
              { type: 'bulletList', content: [{ type: 'listItem', content: [say('lá, thân và rễ ăn sâu')] }] },
            ],
          },
        ],
      },
    ],
  ],
]
