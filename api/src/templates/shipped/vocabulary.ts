import { at, grouped, inBothLanguages, line, page, say, shape, text } from './build.ts'
import { band, honey, INK, mark, SOFT } from './parts.ts'

interface VocabularyWords {
  title: string
  note: string
  picture: string
  word: string
  meaning: string
  example: string
  match: string
  task: string
  left: string[]
  right: string[]
}

const colors = ['#fdecc2', '#ccefe6', '#dbe8fd', '#fbdce9', '#eddcfb', '#fde3d3']

export const vocabulary = inBothLanguages<VocabularyWords>({
  slug: 'vocabulary',
  category: 'knowledge',
  words: {
    vi: {
      name: 'Từ mới',
      description: 'Sáu thẻ từ có chỗ cho tranh, nghĩa và câu ví dụ, cùng một trang nối từ với nghĩa.',
      title: 'Từ mới hôm nay',
      note: 'Chủ đề: …',
      picture: 'Tranh',
      word: 'Từ',
      meaning: 'Nghĩa của từ',
      example: 'Câu ví dụ có từ này.',
      match: 'Nối từ với nghĩa',
      task: 'Kéo một mũi tên từ mỗi từ đến nghĩa của nó.',
      left: ['từ thứ nhất', 'từ thứ hai', 'từ thứ ba', 'từ thứ tư'],
      right: ['nghĩa của từ thứ ba', 'nghĩa của từ thứ nhất', 'nghĩa của từ thứ tư', 'nghĩa của từ thứ hai'],
    },
    en: {
      name: 'Vocabulary',
      description: 'Six word cards with room for a picture, the meaning and an example, and a page to match them.',
      title: 'New words',
      note: 'Topic: …',
      picture: 'Picture',
      word: 'Word',
      meaning: 'What it means',
      example: 'A sentence with this word.',
      match: 'Match words and meanings',
      task: 'Draw an arrow from each word to its meaning.',
      left: ['first word', 'second word', 'third word', 'fourth word'],
      right: ['meaning of the third', 'meaning of the first', 'meaning of the fourth', 'meaning of the second'],
    },
  },
  draw: ({ title, note, picture, word, meaning, example, match, task, left, right }) => [
    page(
      title,
      honey.paper,
      band(honey, title, note),
      colors.flatMap((color, index) => {
        const x = 56 + (index % 3) * 396
        const y = 136 + Math.floor(index / 3) * 284
        return grouped(
          shape('rectangle', at(x, y, 376, 260), '#ffffff', { radius: 18, stroke: color, strokeWidth: 2 }),
          shape('rectangle', at(x + 18, y + 18, 120, 120), color, {
            radius: 14,
            ...say(picture),
            fontSize: 17,
            color: SOFT,
          }),
          text(at(x + 156, y + 34, 202, 44), `**${word} ${index + 1}**`, { fontSize: 30, color: INK, lineHeight: 1.3 }),
          text(at(x + 156, y + 86, 202, 40), meaning, { fontSize: 18, color: SOFT }),
          line(at(x + 18, y + 162, 340, 0), color, { strokeWidth: 2 }),
          text(at(x + 18, y + 178, 340, 60), example, { fontSize: 18, color: INK }),
        )
      }),
    ),
    page(
      match,
      honey.paper,
      band(honey, match, ''),
      text(at(56, 118, 1100, 32), task, { fontSize: 20, color: SOFT }),
      left.flatMap((words, index) => {
        const y = 180 + index * 126
        return [
          shape('rectangle', at(56, y, 400, 96), honey.light, { radius: 16 }),
          mark(76, y + 20, 56, honey.dark, String(index + 1)),
          text(at(152, y + 30, 290, 40), `**${words}**`, { fontSize: 24, verticalAlign: 'middle' }),
        ]
      }),
      right.flatMap((words, index) => {
        const y = 180 + index * 126
        return [
          shape('rectangle', at(744, y, 480, 96), '#ffffff', { radius: 16, stroke: honey.light, strokeWidth: 3 }),
          mark(764, y + 20, 56, '#d97706', 'ABCD'.charAt(index)),
          text(at(840, y + 32, 370, 40), words, { fontSize: 22, verticalAlign: 'middle' }),
        ]
      }),
    ),
  ],
})
