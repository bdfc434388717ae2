import { at, bullets, inBothLanguages, page, say, shape, text } from './build.ts'
import { band, INK, rose, sky, SOFT } from './parts.ts'

interface ComparisonWords {
  title: string
  note: string
  sides: [string, string]
  both: string
  only: [string, string]
  same: string[]
  table: string
  features: string[]
}

export const comparison = inBothLanguages<ComparisonWords>({
  slug: 'comparison',
  category: 'knowledge',
  words: {
    vi: {
      name: 'So sánh',
      description: 'Hai vòng tròn giao nhau cho điểm giống và khác, và một bảng so sánh theo tiêu chí.',
      title: 'Giống và khác',
      note: 'So sánh … và …',
      sides: ['Sự vật A', 'Sự vật B'],
      both: 'Cả hai',
      only: ['Chỉ có ở A', 'Chỉ có ở B'],
      same: ['giống nhau ở …', 'cùng có …'],
      table: 'Bảng so sánh',
      features: ['Nơi sống', 'Hình dáng', 'Thức ăn', 'Ích lợi'],
    },
    en: {
      name: 'Comparison',
      description: 'Two overlapping circles for what is alike and what differs, and a table by feature.',
      title: 'Alike and different',
      note: 'Compare … and …',
      sides: ['Thing A', 'Thing B'],
      both: 'Both',
      only: ['Only A', 'Only B'],
      same: ['are alike in …', 'both have …'],
      table: 'Table of comparison',
      features: ['Where it lives', 'What it looks like', 'What it eats', 'What it is good for'],
    },
  },
  draw: ({ title, note, sides, both, only, same, table, features }) => [
    page(
      title,
      sky.paper,
      band(sky, title, note),
      shape('ellipse', at(120, 150, 620, 530), '#93c5fd', { opacity: 0.5 }),
      shape('ellipse', at(540, 150, 620, 530), '#f9a8d4', { opacity: 0.5 }),
      text(at(210, 230, 300, 44), `**${sides[0]}**`, { fontSize: 30, color: sky.dark, align: 'center' }),
      text(at(770, 230, 300, 44), `**${sides[1]}**`, { fontSize: 30, color: rose.dark, align: 'center' }),
      text(at(540, 260, 200, 40), `**${both}**`, { fontSize: 26, color: '#6b21a8', align: 'center' }),
      text(at(190, 310, 320, 240), [bullets(`${only[0]}: …`, '…', '…')], { fontSize: 21, color: INK }),
      text(at(790, 310, 320, 240), [bullets(`${only[1]}: …`, '…', '…')], { fontSize: 21, color: INK }),
      text(at(556, 320, 170, 200), [bullets(...same)], { fontSize: 20, color: INK }),
    ),
    page(
      table,
      sky.paper,
      band(sky, table, note),
      sides.map((side, index) =>
        shape('rectangle', at(360 + index * 438, 132, 426, 64), index === 0 ? sky.dark : rose.dark, {
          radius: 12,
          ...say(`**${side}**`),
          color: '#ffffff',
        }),
      ),
      features.flatMap((feature, row) => {
        const y = 208 + row * 118
        return [
          shape('rectangle', at(56, y, 292, 106), '#e5e7eb', { radius: 12, ...say(`**${feature}**`), fontSize: 21 }),
          shape('rectangle', at(360, y, 426, 106), sky.light, { radius: 12, ...say('…'), color: SOFT, fontSize: 21 }),
          shape('rectangle', at(798, y, 426, 106), rose.light, { radius: 12, ...say('…'), color: SOFT, fontSize: 21 }),
        ]
      }),
    ),
  ],
})
