import { at, grouped, inBothLanguages, page, say, shape, text, type Page } from './build.ts'
import { mark, plum, SOFT, INK } from './parts.ts'

interface QuizWords {
  question: string
  ask: string
  hint: string
  answer: string
  right: string
  because: string
}

const answers: [letter: string, color: string, light: string][] = [
  ['A', '#dc2626', '#fee4e2'],
  ['B', '#2563eb', '#dde9fe'],
  ['C', '#ca8a04', '#fdf0c4'],
  ['D', '#16a34a', '#d8f5e1'],
]

export const quiz = inBothLanguages<QuizWords>({
  slug: 'quiz',
  category: 'practice',
  words: {
    vi: {
      name: 'Câu đố',
      description: 'Câu hỏi lớn với bốn đáp án cho cả lớp, kèm trang giải đáp. Nhân bản trang để thêm câu hỏi.',
      question: 'Câu hỏi',
      ask: 'Viết câu hỏi ở đây?',
      hint: 'Suy nghĩ 30 giây, rồi giơ tay chọn',
      answer: 'Đáp án',
      right: 'Đáp án đúng',
      because: 'Vì sao? Giải thích ngắn gọn ở đây.',
    },
    en: {
      name: 'Quiz',
      description:
        'One large question with four answers for the whole class, and a page that solves it. Copy pages for more.',
      question: 'Question',
      ask: 'Write the question here?',
      hint: 'Think for 30 seconds, then show your answer',
      answer: 'Answer',
      right: 'The right answer',
      because: 'Why? Explain it in a few words.',
    },
  },
  draw: (words) => [questionPage(words, 1), solutionPage(words, 1), questionPage(words, 2), solutionPage(words, 2)],
})

function questionPage({ question, ask, hint, answer }: QuizWords, number: number): Page {
  return page(
    `${question} ${number}`,
    plum.paper,
    shape('rectangle', at(0, 0, 1280, 330), plum.dark),
    shape('ellipse', at(-90, 190, 260, 260), '#ffffff', { opacity: 0.07 }),
    shape('ellipse', at(1080, -120, 320, 320), '#ffffff', { opacity: 0.07 }),
    shape('rectangle', at(0, 330, 1280, 130), plum.paper),
    shape('rectangle', at(540, 36, 200, 44), '#ffffff', {
      radius: 22,
      ...say(`**${question} ${number}**`),
      color: plum.dark,
      fontSize: 20,
    }),
    text(at(120, 104, 1040, 130), `**${ask}**`, {
      fontSize: 44,
      color: '#ffffff',
      align: 'center',
      verticalAlign: 'middle',
    }),
    text(at(120, 262, 1040, 34), hint, { fontSize: 20, color: '#e9d5ff', align: 'center' }),
    answers.flatMap(([letter, color, light], index) => {
      const x = 56 + (index % 2) * 594
      const y = 366 + Math.floor(index / 2) * 166
      return grouped(
        shape('rectangle', at(x, y, 574, 146), light, { radius: 20 }),
        mark(x + 28, y + 37, 72, color, letter, 34),
        text(at(x + 124, y + 48, 420, 50), `${answer} ${letter}`, {
          fontSize: 28,
          color: INK,
          verticalAlign: 'middle',
        }),
      )
    }),
  )
}

function solutionPage({ question, right, because, answer }: QuizWords, number: number): Page {
  return page(
    `${question} ${number} ✓`,
    '#f0fdf4',
    shape('rectangle', at(0, 0, 1280, 100), '#15803d'),
    shape('rectangle', at(0, 100, 1280, 66), '#f0fdf4'),
    text(at(56, 24, 760, 52), `**${right}**`, { fontSize: 36, color: '#ffffff', lineHeight: 1.3 }),
    text(at(820, 36, 404, 30), `${question} ${number}`, { fontSize: 19, color: '#ffffff', align: 'right' }),
    mark(100, 220, 150, '#16a34a', 'A', 72),
    text(at(300, 250, 880, 90), `**${answer} A**`, { fontSize: 48, color: '#14532d', verticalAlign: 'middle' }),
    shape('rectangle', at(100, 430, 1080, 190), '#ffffff', { radius: 20, stroke: '#bbf7d0', strokeWidth: 3 }),
    text(at(136, 462, 1008, 126), because, { fontSize: 26, color: SOFT }),
  )
}
