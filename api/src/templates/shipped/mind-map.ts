import { at, inBothLanguages, page, say, shape, text, type Element } from './build.ts'
import { band, INK, plum, SOFT } from './parts.ts'

interface MapWords {
  title: string
  note: string
  middle: string
  branch: string
  idea: string
  place: string
  put: string
  legend: string
  signs: string[]
  north: string
}

const branches: [x: number, y: number, color: string][] = [
  [70, 150, '#fde3d3'],
  [70, 330, '#fdecc2'],
  [70, 510, '#ccefe6'],
  [910, 150, '#dbe8fd'],
  [910, 330, '#eddcfb'],
  [910, 510, '#fbdce9'],
]

/** The middle of a map is the last of its page's elements but its branches know its id. */
const MIDDLE = 'middle'

export const mindMap = inBothLanguages<MapWords>({
  slug: 'map',
  category: 'knowledge',
  words: {
    vi: {
      name: 'Sơ đồ và bản đồ',
      description: 'Một sơ đồ tư duy với sáu nhánh, và một trang bản đồ có chú giải.',
      title: 'Sơ đồ tư duy',
      note: 'Kéo một nhánh đi: đường nối đi theo',
      middle: 'Chủ đề',
      branch: 'Nhánh',
      idea: 'Ý chính, từ khoá, ví dụ',
      place: 'Bản đồ',
      put: 'Đặt ảnh bản đồ ở đây',
      legend: 'Chú giải',
      signs: ['Thành phố', 'Sông, hồ', 'Núi', 'Rừng', 'Đường đi'],
      north: 'B',
    },
    en: {
      name: 'Maps',
      description: 'A mind map with six branches, and a page for a map with its legend.',
      title: 'Mind map',
      note: 'Drag a branch: its line follows',
      middle: 'Topic',
      branch: 'Branch',
      idea: 'Idea, key word, example',
      place: 'Map',
      put: 'Put a picture of the map here',
      legend: 'Legend',
      signs: ['Town', 'River, lake', 'Mountain', 'Forest', 'Road'],
      north: 'N',
    },
  },
  draw: ({ title, note, middle, branch, idea, place, put, legend, signs, north }) => [
    page(
      title,
      plum.paper,
      band(plum, title, note),
      branches.map(([x, y], index): Element => {
        const isLeft = x < 640
        const box = isLeft
          ? at(370, Math.min(y + 75, 405), 270, Math.abs(y - 330))
          : at(640, Math.min(y + 75, 405), 270, Math.abs(y - 330))
        return {
          kind: 'line',
          ...box,
          start: { elementId: MIDDLE, x: 0.5, y: 0.5 },
          end: { elementId: `branch${index}`, x: isLeft ? 1 : 0, y: 0.5 },
          route: 'curved',
          stroke: plum.dark,
          strokeWidth: 4,
        }
      }),
      branches.map(([x, y, color], index) =>
        shape('rectangle', at(x, y, 300, 150), color, {
          id: `branch${index}`,
          radius: 22,
          ...say(`**${branch} ${index + 1}**\n${idea}`),
          fontSize: 21,
          color: INK,
        }),
      ),
      shape('ellipse', at(480, 305, 320, 200), plum.dark, {
        id: MIDDLE,
        ...say(`**${middle}**`),
        fontSize: 36,
        color: '#ffffff',
        shadow: true,
      }),
    ),
    page(
      place,
      plum.paper,
      band(plum, place, '…'),
      shape('rectangle', at(56, 136, 832, 540), '#ffffff', {
        radius: 16,
        stroke: plum.dark,
        strokeWidth: 2,
        dash: 'dashed',
        ...say(put),
        color: SOFT,
      }),
      shape('rectangle', at(912, 136, 312, 540), '#ffffff', { radius: 16, stroke: plum.light, strokeWidth: 2 }),
      text(at(940, 156, 260, 36), `**${legend}**`, { fontSize: 24, color: plum.dark }),
      [
        shape('ellipse', at(946, 224, 24, 24), '#be123c'),
        shape('ellipse', at(940, 284, 36, 20), '#60a5fa'),
        shape('triangle', at(940, 334, 36, 32), '#92400e'),
        shape('polygon', at(942, 394, 32, 32), '#16a34a', { sides: 6 }),
        shape('rectangle', at(938, 464, 40, 8), '#6b7280', { radius: 4 }),
      ],
      signs.map((sign, index) => text(at(1000, 220 + index * 58, 210, 32), sign, { fontSize: 20 })),
      shape('arrowUp', at(1046, 552, 44, 92), plum.dark),
      text(at(1028, 516, 80, 34), `**${north}**`, { fontSize: 22, align: 'center', color: plum.dark }),
    ),
  ],
})
