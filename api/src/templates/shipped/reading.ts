import { at, inBothLanguages, page, paragraph, shape, steps, text } from './build.ts'
import { band, card, jade, INK, SOFT, writingLines } from './parts.ts'

interface ReadingWords {
  title: string
  note: string
  head: string
  author: string
  body: string[]
  words: [string, string]
  questions: string
  understand: [string, ...string[]]
  own: [string, string]
}

export const reading = inBothLanguages<ReadingWords>({
  slug: 'reading',
  category: 'practice',
  words: {
    vi: {
      name: 'Bài đọc',
      description: 'Bài đọc bên cạnh từ khó, rồi câu hỏi đọc hiểu và chỗ để viết.',
      title: 'Đọc',
      note: 'Đọc thầm, rồi đọc thành tiếng',
      head: 'Tên bài đọc',
      author: 'Tên tác giả',
      body: [
        'Dán bài đọc vào đây. Mỗi đoạn nên ngắn, để cả lớp cùng theo dõi được trên màn hình.',
        'Đoạn thứ hai kể tiếp câu chuyện. Tô màu những câu hay, những hình ảnh đẹp.',
        'Đoạn cuối khép lại bài, và mở ra một câu hỏi cho người đọc.',
      ],
      words: ['Từ khó', '**từ:** nghĩa của từ\n**từ:** nghĩa của từ\n**từ:** nghĩa của từ'],
      questions: 'Tìm hiểu bài',
      understand: [
        'Trả lời câu hỏi',
        'Câu chuyện kể về ai?',
        'Chuyện gì xảy ra ở đoạn hai?',
        'Em thích hình ảnh nào? Vì sao?',
      ],
      own: ['Em viết', 'Nếu em là nhân vật chính, em sẽ làm gì?'],
    },
    en: {
      name: 'Reading',
      description: 'A text beside its difficult words, then questions and room to write.',
      title: 'Read',
      note: 'First silently, then aloud',
      head: 'Title of the text',
      author: 'Name of the author',
      body: [
        'Put the text here. Keep paragraphs short, so that the whole class can follow on the screen.',
        'The second paragraph goes on with the story. Highlight the sentences that you like.',
        'The last one closes it, and leaves its reader with a question.',
      ],
      words: ['Difficult words', '**word:** what it means\n**word:** what it means\n**word:** what it means'],
      questions: 'Understand',
      understand: [
        'Answer',
        'Whom is the story about?',
        'What happens in the second part?',
        'Which picture do you like best, and why?',
      ],
      own: ['Write', 'What would you do in their place?'],
    },
  },
  draw: ({ title, note, head, author, body, words, questions, understand, own }) => [
    page(
      title,
      jade.paper,
      band(jade, title, note),
      shape('rectangle', at(56, 136, 780, 548), '#ffffff', { radius: 16, shadow: true }),
      text(at(96, 164, 700, 48), `**${head}**`, { fontSize: 32, color: jade.dark, fontFamily: 'Lora' }),
      text(at(96, 216, 700, 30), author, { fontSize: 18, color: SOFT, fontFamily: 'Lora' }),
      text(
        at(96, 268, 700, 390),
        body.flatMap((words) => [paragraph(words), paragraph('')]),
        {
          fontSize: 22,
          color: INK,
          fontFamily: 'Lora',
          lineHeight: 1.5,
        },
      ),
      card(at(864, 136, 360, 548), jade, words[0], words[1], jade.light),
    ),
    page(
      questions,
      jade.paper,
      band(jade, questions, head),
      card(at(56, 136, 1168, 214), jade, understand[0], [steps(...understand.slice(1))]),
      card(at(56, 374, 1168, 310), jade, own[0], own[1]),
      writingLines(at(90, 470, 1100, 200), '#94a3b8', 46),
    ),
  ],
})
