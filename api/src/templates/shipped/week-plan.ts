import { at, inBothLanguages, page, say, shape, text } from './build.ts'
import { band, honey, INK, SOFT } from './parts.ts'

interface WeekWords {
  title: string
  note: string
  days: [string, string, string, string, string]
  parts: [string, string, string]
  remember: string
  homework: string
}

const colors = ['#fde3d3', '#fdecc2', '#d8f5e1', '#dbe8fd', '#eddcfb']
const darks = ['#c2410c', '#92580a', '#15803d', '#1d4ed8', '#7e22ce']

export const weekPlan = inBothLanguages<WeekWords>({
  slug: 'week-plan',
  category: 'planning',
  words: {
    vi: {
      name: 'Kế hoạch tuần',
      description: 'Năm ngày trong tuần với buổi sáng, buổi chiều và bài tập về nhà.',
      title: 'Kế hoạch tuần',
      note: 'Tuần … · từ … đến …',
      days: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu'],
      parts: ['Sáng', 'Chiều', 'Về nhà'],
      remember: 'Cần nhớ: …',
      homework: '…',
    },
    en: {
      name: 'Week plan',
      description: 'Five days with morning, afternoon and homework.',
      title: 'Week plan',
      note: 'Week … · from … to …',
      days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      parts: ['Morning', 'Afternoon', 'Homework'],
      remember: 'Remember: …',
      homework: '…',
    },
  },
  draw: ({ title, note, days, parts, remember, homework }) => [
    page(
      title,
      honey.paper,
      band(honey, title, note),
      days.map((day, index) =>
        shape('rectangle', at(186 + index * 210, 128, 198, 54), darks[index] ?? INK, {
          radius: 14,
          ...say(`**${day}**`),
          color: '#ffffff',
          fontSize: 21,
        }),
      ),
      parts.flatMap((part, row) => {
        const y = 196 + row * 146
        return [
          text(at(40, y + 48, 134, 36), `**${part}**`, { fontSize: 20, color: SOFT, align: 'right' }),
          ...days.map((_, index) =>
            shape(
              'rectangle',
              at(186 + index * 210, y, 198, 134),
              row === 2 ? '#ffffff' : (colors[index] ?? '#ffffff'),
              {
                radius: 14,
                stroke: colors[index],
                strokeWidth: 3,
                ...say(homework),
                fontSize: 18,
                color: INK,
              },
            ),
          ),
        ]
      }),
      shape('rectangle', at(56, 646, 1168, 54), honey.light, {
        radius: 14,
        ...say(remember),
        align: 'left',
        fontSize: 20,
      }),
    ),
  ],
})
