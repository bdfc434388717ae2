import { brushes, encodeInk, type LessonElement, lineHeads, routes } from '@anawim/lesson'

const line = { kind: 'line', rotation: 0, stroke: '#1f2937', strokeWidth: 3 } as const
const box = {
  kind: 'shape',
  shape: 'rectangle',
  rotation: 0,
  fill: '#a5d8ff',
  stroke: '#1f2937',
  strokeWidth: 2,
} as const

/** Every way with every head, and two that hang on something. */
export const galleryLines: LessonElement[] = [
  ...routes.flatMap((route, row) =>
    lineHeads.map((head, column): LessonElement => ({
      ...line,
      id: `${route}-${head}`,
      x: 60 + column * 240,
      y: 60 + row * 130,
      width: 180,
      height: 70,
      route,
      ...(route === 'curved' && { bend: 0.3 }),
      ...(head !== 'none' && { startHead: head, endHead: head }),
    })),
  ),
  { ...box, id: 'one', x: 80, y: 500, width: 180, height: 120 },
  { ...box, id: 'other', shape: 'ellipse', x: 620, y: 520, width: 180, height: 120 },
  {
    ...line,
    id: 'hanging',
    x: 260,
    y: 560,
    width: 360,
    height: 20,
    start: { elementId: 'one', x: 1, y: 0.5 },
    end: { elementId: 'other', x: 0.5, y: 0.5 },
    endHead: 'arrow',
    dash: 'dashed',
  },
]

const wave = Array.from({ length: 90 }, (_, index) => ({
  x: index * 4,
  y: 60 + 40 * Math.sin(index / 7),
  pressure: index / 89,
}))

/** Each brush, with and without a pen that feels how hard it is pressed. */
export const galleryDrawings: LessonElement[] = brushes.flatMap((brush, row) =>
  [true, false].map((isPressed, column): LessonElement => {
    const { pressures, ...ink } = encodeInk(wave)
    return {
      kind: 'drawing',
      id: `${brush}-${column}`,
      ...ink,
      ...(isPressed && { pressures }),
      x: 80 + column * 480,
      y: 100 + row * 240,
      rotation: 0,
      brush,
      stroke: brush === 'pen' ? '#1f2937' : '#ffd43b',
      strokeWidth: brush === 'pen' ? 10 : 28,
    }
  }),
)
