import { at, bullets, inBothLanguages, line, page, say, shape, steps, text, type Element } from './build.ts'
import { band, card, INK, sky } from './parts.ts'

interface ExperimentWords {
  title: string
  note: string
  question: [string, string]
  guess: [string, string]
  things: [string, ...string[]]
  safety: [string, string]
  doing: string
  how: [string, ...string[]]
  seen: string
  columns: string[]
  rows: string[]
  end: [string, string]
}

/** A flask with bubbles. */
const flask = (x: number, y: number): Element[] => [
  shape('ellipse', at(x, y + 66, 150, 150), '#eaf2fe', { stroke: '#1d4ed8', strokeWidth: 5 }),
  shape('rectangle', at(x + 50, y, 50, 86), '#eaf2fe', { stroke: '#1d4ed8', strokeWidth: 5 }),
  shape('rectangle', at(x + 53, y + 60, 44, 32), '#eaf2fe'),
  shape('ellipse', at(x + 17, y + 118, 116, 84), '#7cb0f7'),
  shape('ellipse', at(x + 54, y + 102, 22, 22), '#bcd7fb'),
  shape('ellipse', at(x + 84, y + 88, 14, 14), '#bcd7fb'),
  shape('rectangle', at(x + 40, y - 8, 70, 14), '#1d4ed8', { radius: 7 }),
]

export const experiment = inBothLanguages<ExperimentWords>({
  slug: 'experiment',
  category: 'activity',
  words: {
    vi: {
      name: 'Thí nghiệm',
      description: 'Từ câu hỏi và dự đoán đến cách làm, bảng kết quả và kết luận.',
      title: 'Thí nghiệm',
      note: 'Tên thí nghiệm',
      question: ['Câu hỏi', 'Điều gì xảy ra nếu … ?'],
      guess: ['Em dự đoán', 'Em nghĩ rằng … vì …'],
      things: ['Dụng cụ', 'một cốc nước', 'nhiệt kế', 'đồng hồ bấm giờ'],
      safety: ['An toàn', 'Đeo kính bảo hộ. Hỏi thầy cô trước khi dùng lửa.'],
      doing: 'Cách làm và kết quả',
      how: ['Cách làm', 'Rót nước vào cốc.', 'Đo nhiệt độ lúc đầu.', 'Chờ 5 phút rồi đo lại.', 'Ghi vào bảng.'],
      seen: 'Em quan sát được',
      columns: ['Thời gian', 'Lần 1', 'Lần 2'],
      rows: ['0 phút', '5 phút', '10 phút'],
      end: ['Kết luận', 'Dự đoán của em đúng hay chưa đúng? Vì sao?'],
    },
    en: {
      name: 'Experiment',
      description: 'From the question and a guess to the method, a table of results and what it shows.',
      title: 'Experiment',
      note: 'Name of the experiment',
      question: ['Question', 'What happens when … ?'],
      guess: ['My guess', 'I think that … because …'],
      things: ['Materials', 'a glass of water', 'a thermometer', 'a stopwatch'],
      safety: ['Safety', 'Wear goggles. Ask your teacher before you use fire.'],
      doing: 'Method and results',
      how: [
        'Method',
        'Fill the glass.',
        'Measure the temperature.',
        'Wait 5 minutes, measure again.',
        'Write it down.',
      ],
      seen: 'What I observed',
      columns: ['Time', 'First try', 'Second try'],
      rows: ['0 minutes', '5 minutes', '10 minutes'],
      end: ['Conclusion', 'Was your guess right? Why, or why not?'],
    },
  },
  draw: ({ title, note, question, guess, things, safety, doing, how, seen, columns, rows, end }) => [
    page(
      title,
      sky.paper,
      band(sky, title, note),
      card(at(56, 136, 800, 164), sky, question[0], question[1], sky.light),
      card(at(56, 322, 800, 164), sky, guess[0], guess[1]),
      flask(980, 180),
      card(at(56, 508, 800, 180), sky, things[0], [bullets(...things.slice(1))]),
      card(at(880, 452, 344, 236), sky, safety[0], safety[1], '#fef3c7'),
    ),
    page(
      doing,
      sky.paper,
      band(sky, doing, note),
      card(at(56, 136, 480, 356), sky, how[0], [steps(...how.slice(1))]),
      text(at(568, 146, 640, 36), `**${seen}**`, { fontSize: 22, color: sky.dark }),
      columns.map((column, index) =>
        shape('rectangle', at(568 + index * 220, 200, 212, 60), sky.dark, {
          radius: 10,
          ...say(column),
          color: '#ffffff',
          fontSize: 20,
        }),
      ),
      rows.flatMap((row, rowIndex) =>
        columns.map((_, index) => {
          const place = at(568 + index * 220, 268 + rowIndex * 76, 212, 68)
          const words = index === 0 ? row : '…'
          return shape('rectangle', place, index === 0 ? sky.light : '#ffffff', {
            radius: 10,
            stroke: sky.light,
            strokeWidth: 2,
            ...say(words),
            color: INK,
            fontSize: 20,
          })
        }),
      ),
      line(at(56, 514, 1168, 0), sky.light, { strokeWidth: 2 }),
      card(at(56, 534, 1168, 154), sky, end[0], end[1], sky.light),
    ),
  ],
})
