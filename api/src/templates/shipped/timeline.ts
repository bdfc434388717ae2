import { at, grouped, inBothLanguages, line, page, shape, text } from './build.ts'
import { band, card, coral, INK, SOFT } from './parts.ts'

interface TimelineWords {
  title: string
  note: string
  year: string
  event: string
  what: string
  closer: string
  cards: [string, string][]
}

const dots = ['#c2410c', '#d97706', '#15803d', '#1d4ed8', '#7e22ce']

export const timeline = inBothLanguages<TimelineWords>({
  slug: 'timeline',
  category: 'knowledge',
  words: {
    vi: {
      name: 'Dòng thời gian',
      description: 'Năm sự kiện theo thứ tự, và một trang để tìm hiểu kỹ một sự kiện.',
      title: 'Dòng thời gian',
      note: 'Từ năm … đến năm …',
      year: 'Năm',
      event: 'Sự kiện',
      what: 'Điều gì đã xảy ra?',
      closer: 'Tìm hiểu một sự kiện',
      cards: [
        ['Nguyên nhân', 'Vì sao sự kiện này xảy ra?'],
        ['Diễn biến', 'Ai? Ở đâu? Như thế nào?'],
        ['Ý nghĩa', 'Điều gì thay đổi từ đó?'],
      ],
    },
    en: {
      name: 'Timeline',
      description: 'Five events in their order, and a page for a closer look at one of them.',
      title: 'Timeline',
      note: 'From … to …',
      year: 'Year',
      event: 'Event',
      what: 'What happened?',
      closer: 'A closer look',
      cards: [
        ['Causes', 'Why did it happen?'],
        ['Course', 'Who? Where? How?'],
        ['Meaning', 'What was different from then on?'],
      ],
    },
  },
  draw: ({ title, note, year, event, what, closer, cards }) => [
    page(
      title,
      coral.paper,
      band(coral, title, note),
      line(at(40, 405, 1200, 0), coral.dark, { strokeWidth: 6, endHead: 'arrow' }),
      dots.flatMap((color, index) => {
        const middle = 160 + index * 236
        const isAbove = index % 2 === 0
        const y = isAbove ? 140 : 478
        return [
          line(at(middle, isAbove ? 332 : 418, 0, isAbove ? 60 : 60), color, { strokeWidth: 3 }),
          shape('ellipse', at(middle - 18, 387, 36, 36), color, { stroke: '#ffffff', strokeWidth: 5 }),
          text(at(middle - 100, isAbove ? 434 : 348, 200, 34), `**${year} …**`, {
            fontSize: 22,
            color,
            align: 'center',
          }),
          ...grouped(
            shape('rectangle', at(middle - 128, y, 256, 192), '#ffffff', { radius: 16, stroke: color, strokeWidth: 2 }),
            text(at(middle - 110, y + 20, 220, 36), `**${event} ${index + 1}**`, { fontSize: 23, color: INK }),
            text(at(middle - 110, y + 64, 220, 110), what, { fontSize: 18, color: SOFT }),
          ),
        ]
      }),
    ),
    page(
      closer,
      coral.paper,
      band(coral, closer, `${year} …`),
      shape('rectangle', at(56, 140, 1168, 130), coral.light, { radius: 16 }),
      text(at(84, 162, 1112, 80), `**${event}**\n${what}`, { fontSize: 24 }),
      cards.map(([head, words], index) => card(at(56 + index * 396, 296, 376, 372), coral, head, words)).flat(),
    ),
  ],
})
