import { at, grouped, inBothLanguages, line, page, say, shape, text, type Element } from './build.ts'
import { band, card, INK, mark, SOFT, sky, writingLines } from './parts.ts'

interface MathsWords {
  title: string
  note: string
  levels: [string, string, string]
  numbers: string
  problem: string
  given: [string, string]
  sketch: [string, string]
  solution: [string, string]
}

const tasks = ['48 + 35 = ', '92 − 47 = ', '7 × 8 = ', '63 : 9 = ', '25 × 4 = ', '144 : 12 = ']
const colors = ['#16a34a', '#16a34a', '#d97706', '#d97706', '#dc2626', '#dc2626']

/** 0 to 10 on a line. */
const numberLine = (y: number): Element[] => [
  line(at(110, y, 1060, 0), sky.dark, { strokeWidth: 4, endHead: 'arrow' }),
  ...Array.from({ length: 11 }, (_, number) => [
    line(at(130 + number * 98, y - 10, 0, 20), sky.dark, { strokeWidth: 3 }),
    text(at(100 + number * 98, y + 16, 60, 32), String(number), { fontSize: 20, align: 'center', color: INK }),
  ]).flat(),
]

export const maths = inBothLanguages<MathsWords>({
  slug: 'maths',
  category: 'practice',
  words: {
    vi: {
      name: 'Luyện tập toán',
      description: 'Sáu phép tính theo ba mức độ, một tia số, và một trang giải bài toán có lời văn.',
      title: 'Luyện tập toán',
      note: 'Làm từ mức 1 đến mức 3',
      levels: ['Mức 1', 'Mức 2', 'Mức 3'],
      numbers: 'Tia số',
      problem: 'Bài toán có lời văn',
      given: ['Đề bài', 'Viết đề bài ở đây: đã cho gì, cần tìm gì?'],
      sketch: ['Tóm tắt', 'Vẽ sơ đồ đoạn thẳng.'],
      solution: ['Bài giải', ''],
    },
    en: {
      name: 'Maths practice',
      description: 'Six tasks of three levels, a number line, and a page to solve a word problem.',
      title: 'Maths practice',
      note: 'From level 1 to level 3',
      levels: ['Level 1', 'Level 2', 'Level 3'],
      numbers: 'Number line',
      problem: 'Word problem',
      given: ['Problem', 'Write it here: what is given, what is asked?'],
      sketch: ['Sketch', 'Draw it with bars.'],
      solution: ['Solution', ''],
    },
  },
  draw: ({ title, note, levels, numbers, problem, given, sketch, solution }) => [
    page(
      title,
      sky.paper,
      band(sky, title, note),
      tasks.flatMap((task, index) => {
        const x = 56 + Math.floor(index / 2) * 396
        const y = 190 + (index % 2) * 170
        const color = colors[index] ?? INK
        return [
          ...(index % 2 === 0
            ? [
                shape('rectangle', at(x, 130, 376, 44), color, {
                  radius: 22,
                  ...say(`**${levels[index / 2]}**`),
                  color: '#ffffff',
                  fontSize: 20,
                }),
              ]
            : []),
          ...grouped(
            shape('rectangle', at(x, y, 376, 150), '#ffffff', { radius: 18, stroke: sky.light, strokeWidth: 2 }),
            mark(x + 20, y + 20, 40, color, String(index + 1), 19),
            text(at(x + 36, y + 66, 200, 50), `**${task}**`, { fontSize: 32, align: 'right', fontFamily: 'Nunito' }),
            shape('rectangle', at(x + 246, y + 58, 110, 66), '#ffffff', {
              radius: 12,
              stroke: color,
              strokeWidth: 2,
              dash: 'dashed',
            }),
          ),
        ]
      }),
      text(at(56, 538, 400, 34), `**${numbers}**`, { fontSize: 22, color: sky.dark }),
      numberLine(614),
    ),
    page(
      problem,
      sky.paper,
      band(sky, problem, note),
      card(at(56, 136, 1168, 150), sky, given[0], given[1], sky.light),
      card(at(56, 308, 480, 376), sky, sketch[0], sketch[1]),
      shape('rectangle', at(90, 450, 180, 40), '#93c5fd', { radius: 6 }),
      shape('rectangle', at(90, 520, 300, 40), '#fdba74', { radius: 6 }),
      text(at(404, 522, 110, 36), '?', { fontSize: 28, color: SOFT }),
      card(at(560, 308, 664, 376), sky, solution[0], solution[1]),
      writingLines(at(592, 362, 600, 300), '#94a3b8', 50),
    ),
  ],
})
