import { encodeInk, type LessonContent } from '@anawim/lesson'
import { card, content, heading, list, page, paragraph, shape, steps, text } from './build.ts'

const green = '#2b8a3e'
const dark = '#1b4332'

interface Point {
  x: number
  y: number
}

/** A line by hand through these points, in page pixels. */
const stroke = (points: readonly Point[], color: string, strokeWidth: number, look: Record<string, unknown> = {}) => {
  const { pressures: _none, ...ink } = encodeInk(points.map((point) => ({ ...point, pressure: null })))
  return { kind: 'drawing', rotation: 0, ...ink, brush: 'pen', stroke: color, strokeWidth, ...look }
}

/** An arrow from one point to the other, in page pixels. */
const arrow = (from: Point, to: Point, color: string, look: Record<string, unknown> = {}) => ({
  kind: 'line',
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
  rotation: 0,
  from: `${from.y <= to.y ? 'top' : 'bottom'}${from.x <= to.x ? 'Left' : 'Right'}`,
  stroke: color,
  strokeWidth: 5,
  endHead: 'arrow',
  ...look,
})

/** What makes an arrow hang on two elements of its page. */
const hung = (start: string, end: string) => ({
  start: { elementId: start, x: 0.5, y: 0.5 },
  end: { elementId: end, x: 0.5, y: 0.5 },
})

/** A shape that says what it is. */
const named = (name: string, place: Parameters<typeof shape>[1], fill: string, words: string[], look = {}) =>
  shape(name, place, fill, { text: { type: 'doc', content: words.map(paragraph) }, fontSize: 22, ...look })

/** A leaf seen from above, its tip to the upper right, about `x`, `y`. */
const leaf = (x: number, y: number, size: number) => {
  const turned = (point: Point) => ({
    x: x + size * (point.x * 0.88 + point.y * 0.48),
    y: y + size * (point.y * 0.88 - point.x * 0.48),
  })
  const veins = [0.25, 0.45, 0.65].flatMap((part) =>
    [-1, 1].map((side) =>
      stroke([turned({ x: part, y: 0 }), turned({ x: part + 0.14, y: side * 0.15 })], '#d8f3dc', size / 90),
    ),
  )
  return [
    shape(
      'ellipse',
      {
        x: x + size * 0.44 - size * 0.52,
        y: y - size * 0.24 - size * 0.2,
        width: size * 1.04,
        height: size * 0.4,
        rotation: -28.6,
      },
      '#52b788',
      { gradient: { to: '#2d6a4f', angle: 30 }, stroke: dark, strokeWidth: size / 80 },
    ),
    stroke(
      [turned({ x: -0.22, y: 0.03 }), turned({ x: 0.3, y: 0.01 }), turned({ x: 0.96, y: 0 })],
      '#d8f3dc',
      size / 50,
    ),
    ...veins,
  ]
}

/** Made of shapes, lines and strokes alone; the pages are in Vietnamese, with the English words beside them. */
export const photosynthesis: LessonContent = content(
  page(
    'Mở đầu',
    '#e9f7ef',
    shape('ellipse', { x: 1030, y: 50, width: 190, height: 190 }, '#ffd43b', {
      gradient: { to: '#ff922b', angle: 60 },
    }),
    shape('rectangle', { x: 0, y: 620, width: 1280, height: 100 }, '#95d5b2'),
    stroke(
      Array.from({ length: 17 }, (_, step) => ({ x: 905 + Math.sin(step / 4) * 22, y: 640 - step * 15 })),
      '#2d6a4f',
      16,
    ),
    ...leaf(910, 470, 300),
    shape('ellipse', { x: 664, y: 436, width: 260, height: 104, rotation: 26 }, '#74c69d', {
      gradient: { to: '#40916c', angle: 90 },
      stroke: dark,
      strokeWidth: 4,
    }),
    stroke(
      [
        { x: 908, y: 546 },
        { x: 794, y: 488 },
        { x: 710, y: 450 },
      ],
      '#d8f3dc',
      6,
    ),
    arrow({ x: 1050, y: 220 }, { x: 975, y: 300 }, '#f59f00', { dash: 'dashed' }),
    arrow({ x: 1120, y: 248 }, { x: 1096, y: 318 }, '#f59f00', { dash: 'dashed' }),
    text(
      { x: 80, y: 110, width: 720, height: 180 },
      [heading(1, 'Quang hợp'), paragraph('Photosynthesis · Khoa học tự nhiên · Lớp 7')],
      { color: dark, fontSize: 26 },
    ),
    text(
      { x: 80, y: 290, width: 640, height: 120 },
      [
        paragraph('Cây không ăn, vậy cây **lớn lên từ đâu**?'),
        paragraph('A plant does not eat. **So how does it grow?**'),
      ],
      { fontSize: 28, color: dark },
    ),
  ),
  page(
    'Lá và tế bào',
    '#ffffff',
    text({ x: 80, y: 44, width: 1120, height: 70 }, [heading(2, 'Bên trong một tế bào lá · Inside a leaf cell')], {
      color: green,
    }),
    shape('rectangle', { x: 360, y: 150, width: 560, height: 460 }, '#d8f3dc', {
      radius: 60,
      stroke: '#40916c',
      strokeWidth: 12,
    }),
    shape('ellipse', { x: 500, y: 260, width: 290, height: 200 }, '#d0ebff', { stroke: '#74c0fc', strokeWidth: 4 }),
    shape('ellipse', { x: 780, y: 460, width: 100, height: 100 }, '#e5dbff', { stroke: '#845ef7', strokeWidth: 4 }),
    shape('ellipse', { x: 812, y: 492, width: 36, height: 36 }, '#845ef7'),
    ...(
      [
        [400, 200, 20],
        [560, 180, -10],
        [780, 210, 30],
        [400, 400, -30],
        [440, 520, 15],
        [620, 510, -15],
        [800, 350, 60],
      ] as const
    ).map(([x, y, rotation]) =>
      shape('ellipse', { x, y, width: 96, height: 52, rotation }, '#52b788', { stroke: '#2d6a4f', strokeWidth: 4 }),
    ),
    ...(
      [
        ['Thành tế bào', 'cell wall', 60, 190, 352, 250],
        ['Lục lạp', 'chloroplast', 60, 400, 398, 428],
        ['Không bào', 'vacuole', 980, 250, 792, 345],
        ['Nhân', 'nucleus', 980, 470, 882, 508],
      ] as const
    ).flatMap(([vietnamese, english, x, y, toX, toY]) => [
      text({ x, y, width: 240, height: 76 }, [paragraph(`**${vietnamese}**`), paragraph(english)], {
        fontSize: 24,
        color: dark,
        align: x < 640 ? 'right' : 'left',
      }),
      arrow({ x: x < 640 ? x + 248 : x - 10, y: y + 34 }, { x: toX, y: toY }, '#495057', {
        strokeWidth: 3,
        endHead: 'dot',
      }),
    ]),
    text(
      { x: 80, y: 636, width: 1120, height: 50 },
      [paragraph('Trong **lục lạp** có chất **diệp lục**: nhờ nó lá có màu xanh.')],
      { align: 'center', color: dark },
    ),
  ),
  page(
    'Phương trình',
    '#f8f9fa',
    text({ x: 80, y: 50, width: 1120, height: 70 }, [heading(2, 'Lá cây làm gì? · What does a leaf do?')], {
      color: green,
    }),
    named('rectangle', { x: 90, y: 170, width: 260, height: 110 }, '#d0ebff', ['**Nước**', 'water · H₂O'], {
      radius: 24,
    }),
    named('rectangle', { x: 90, y: 315, width: 260, height: 110 }, '#e9ecef', ['**Khí cacbonic**', 'CO₂'], {
      radius: 24,
    }),
    named('rectangle', { x: 90, y: 460, width: 260, height: 110 }, '#fff3bf', ['**Ánh sáng**', 'light'], {
      radius: 24,
    }),
    named('ellipse', { x: 510, y: 265, width: 260, height: 210 }, '#52b788', ['**Lá cây**', 'leaf'], {
      color: '#ffffff',
      fontSize: 28,
      stroke: dark,
      strokeWidth: 4,
    }),
    named('rectangle', { x: 930, y: 225, width: 260, height: 110 }, '#ffe8cc', ['**Glucôzơ**', 'sugar'], {
      radius: 24,
    }),
    named('rectangle', { x: 930, y: 405, width: 260, height: 110 }, '#c5f6fa', ['**Khí ôxi**', 'oxygen · O₂'], {
      radius: 24,
    }),
    arrow({ x: 350, y: 225 }, { x: 540, y: 320 }, '#339af0', { ...hung('p3e2', 'p3e5'), route: 'curved', bend: 0.12 }),
    arrow({ x: 350, y: 370 }, { x: 510, y: 370 }, '#868e96', hung('p3e3', 'p3e5')),
    arrow({ x: 350, y: 515 }, { x: 540, y: 420 }, '#f59f00', { ...hung('p3e4', 'p3e5'), route: 'curved', bend: -0.12 }),
    arrow({ x: 740, y: 320 }, { x: 930, y: 280 }, '#e8590c', hung('p3e5', 'p3e6')),
    arrow({ x: 740, y: 420 }, { x: 930, y: 460 }, '#0c8599', hung('p3e5', 'p3e7')),
    text(
      { x: 80, y: 616, width: 1120, height: 60 },
      [paragraph('**Nước + khí cacbonic** → **glucôzơ + khí ôxi**, nhờ ánh sáng và diệp lục')],
      { align: 'center', fontSize: 28, color: dark },
    ),
  ),
  page(
    'Thí nghiệm',
    '#fff9db',
    text({ x: 80, y: 50, width: 1120, height: 70 }, [heading(2, 'Thí nghiệm: ôxi từ rong đuôi chó')], {
      color: green,
    }),
    shape('rectangle', { x: 140, y: 210, width: 300, height: 380 }, '#d0ebff', {
      stroke: '#74c0fc',
      strokeWidth: 6,
      radius: 16,
    }),
    ...[0, 1, 2].map((index) =>
      stroke(
        Array.from({ length: 16 }, (_, step) => ({
          x: 220 + index * 70 + Math.sin(step / 2 + index) * 16,
          y: 570 - step * 17,
        })),
        ['#2d6a4f', '#40916c', '#52b788'][index] ?? green,
        12,
      ),
    ),
    ...(
      [
        [190, 300, 22],
        [260, 250, 16],
        [330, 290, 26],
        [380, 240, 14],
        [300, 350, 12],
      ] as const
    ).map(([x, y, size]) =>
      shape('ellipse', { x, y, width: size, height: size }, '#ffffff', { stroke: '#339af0', strokeWidth: 2 }),
    ),
    shape('callout', { x: 420, y: 140, width: 210, height: 90 }, '#ffffff', {
      text: { type: 'doc', content: [paragraph('Bọt khí gì đây?')] },
      fontSize: 22,
      stroke: dark,
      strokeWidth: 2,
      radius: 16,
    }),
    card(
      { x: 680, y: 210, width: 520, height: 380 },
      '#ffffff',
      [
        heading(3, 'Cách làm · What to do'),
        steps(
          'Cho rong vào cốc nước, đặt ra **nắng**.',
          'Đếm bọt khí trong **một phút**.',
          'Che cốc bằng giấy đen, đếm lại.',
          'So sánh: khi nào có **nhiều bọt** hơn?',
        ),
      ],
      { fontSize: 26 },
    ),
  ),
  page(
    'Em hãy trả lời',
    '#ffffff',
    text({ x: 80, y: 50, width: 760, height: 70 }, [heading(2, 'Em hãy trả lời · Your turn')], { color: green }),
    text(
      { x: 80, y: 150, width: 700, height: 320 },
      [
        steps(
          'Cây cần **những gì** để quang hợp?',
          'Vì sao ta nên trồng cây quanh trường?',
          'Ban đêm cây có quang hợp không? Vì sao?',
        ),
      ],
      { fontSize: 30 },
    ),
    card({ x: 80, y: 490, width: 700, height: 150 }, '#d8f3dc', [
      paragraph('**Từ mới · New words**'),
      list('diệp lục: chlorophyll', 'lục lạp: chloroplast'),
    ]),
    ...leaf(900, 480, 320),
    shape('star', { x: 1100, y: 90, width: 110, height: 110, rotation: 12 }, '#ffd43b'),
  ),
)
