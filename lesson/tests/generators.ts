/** Generated lessons: valid JSON that is not yet canonical, with everything that a canonical form has to settle. */
import * as fc from 'fast-check'
import {
  brushes,
  contentSchema,
  dashes,
  lineHeads,
  routes,
  startCorners,
  limits,
  shapeNames,
  textAligns,
  verticalAligns,
  type LessonContent,
} from '@anawim/lesson'

const nullish = <T>(value: fc.Arbitrary<T>) => fc.option(fc.option(value, { nil: undefined }), { nil: null })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Vietnamese, emoji, line ends, U+0000, halves of surrogate pairs. */
const words = fc.oneof(
  fc.constantFrom('Xin chào', 'Toán học', ' ', 'a\u0000b', '\u0000', '\ud83d', '\ude00', '😀', 'line\nline', '"\\'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const someWords = words.filter((text) => text.length > 0)

export const anyId = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'p1', '-', '_') },
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/) },
)

const color = fc.oneof(
  fc.stringMatching(/^#[0-9a-fA-F]{6}$/),
  fc.stringMatching(/^#[0-9a-fA-F]{3}$/),
  fc.stringMatching(/^#[0-9a-fA-F]{8}$/),
)
const paint = fc.oneof(color, fc.constant('transparent'))

const mark = fc.oneof(
  fc
    .constantFrom('bold', 'italic', 'underline', 'strike', 'subscript', 'superscript')
    .map((type) => ({ type, attrs: {} })),
  fc.constantFrom('bold', 'italic').map((type) => ({ type })),
  fc.record({
    type: fc.constant('link'),
    attrs: fc.record({
      href: nullish(fc.constantFrom('https://example.org/a?b=c', 'mailto:a@b.vn')),
      target: nullish(fc.constant('_blank')),
      rel: fc.constant('noopener'),
    }),
  }),
  fc.record({
    type: fc.constant('textStyle'),
    attrs: nullish(
      fc.record({
        color: nullish(color),
        fontSize: nullish(fc.constantFrom('12px', '24.5px', '09px', '4000px', '18.04px')),
        fontFamily: nullish(fc.constantFrom('Be Vietnam Pro', '', 'Serif')),
      }),
    ),
  }),
  fc.record({ type: fc.constant('highlight'), attrs: nullish(fc.record({ color: nullish(color) })) }),
)
const textNode = fc.record({
  type: fc.constant('text'),
  text: someWords,
  marks: nullish(fc.array(mark, { maxLength: 4 })),
})
const inline = fc.oneof(
  { weight: 5, arbitrary: textNode },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('hardBreak'), marks: maybe(fc.array(mark, { maxLength: 2 })) }),
  },
)
const inlines = nullish(fc.array(inline, { maxLength: 5 }))
const textAlign = nullish(fc.constantFrom(...textAligns))
const paragraph = fc.record({
  type: fc.constant('paragraph'),
  attrs: nullish(fc.record({ textAlign })),
  content: inlines,
})
const heading = fc.record({
  type: fc.constant('heading'),
  attrs: fc.record({ level: fc.constantFrom(1, 2, 3), textAlign }),
  content: inlines,
})

const { block } = fc.letrec<{ block: unknown; item: unknown }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    fc.record({ type: fc.constant('bulletList'), content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant('orderedList'),
      attrs: nullish(fc.record({ start: nullish(fc.constantFrom(0, 1, 7)), type: fc.constant(null) })),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
  ),
  item: fc.record({
    type: fc.constant('listItem'),
    content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
  }),
}))

/** Any rich text that POST takes. */
export const anyText = fc.record({ type: fc.constant('doc'), content: fc.array(block, { maxLength: 4 }) })

const base = {
  id: anyId,
  x: number(-limits.coordinate, limits.coordinate),
  y: fc.oneof(number(-100, 100), fc.constant(-0)),
  width: number(0, 4000),
  height: number(0, 4000),
  rotation: number(-1000, 1000),
  locked: maybe(fc.boolean()),
  hidden: maybe(fc.boolean()),
  name: maybe(words),
  groupId: maybe(fc.constantFrom('', 'g1', 'g2')),
  flipX: maybe(fc.boolean()),
  flipY: maybe(fc.boolean()),
}

const played = {
  mediaId: fc.nat(),
  src: fc.constantFrom('/media/0123456789abcdefghijkl/file.webm', '/media/a/b.mp3'),
  title: maybe(words),
  duration: maybe(number(0, limits.mediaSeconds)),
}
const attachment = fc.record({ elementId: anyId, x: number(0, 1), y: number(0, 1) })
const opacity = maybe(fc.constantFrom(0, -0, 0.5, 1, 0.333333))

export const anyElement = fc.oneof(
  fc.record({
    ...base,
    kind: fc.constant('text'),
    text: anyText,
    fontFamily: maybe(fc.constantFrom('Be Vietnam Pro', 'Serif')),
    fontSize: maybe(number(4, 800)),
    color: maybe(color),
    align: maybe(fc.constantFrom(...textAligns)),
    verticalAlign: maybe(fc.constantFrom(...verticalAligns)),
    lineHeight: maybe(number(0.5, 5)),
  }),
  fc.record({
    ...base,
    kind: fc.constant('shape'),
    shape: maybe(fc.constantFrom(...shapeNames)),
    text: maybe(anyText),
    fontSize: maybe(number(4, 800)),
    align: maybe(fc.constantFrom(...textAligns)),
    fill: maybe(paint),
    stroke: maybe(paint),
    strokeWidth: maybe(number(0, 200)),
    opacity,
    sides: maybe(fc.integer({ min: 3, max: 12 })),
    radius: maybe(number(0, 1000)),
    dash: maybe(fc.constantFrom(...dashes)),
    gradient: nullish(fc.record({ to: paint, angle: number(-720, 720) })),
    shadow: maybe(fc.boolean()),
  }),
  fc.record({
    ...base,
    kind: fc.constant('line'),
    from: maybe(fc.constantFrom(...startCorners)),
    start: nullish(attachment),
    end: nullish(attachment),
    route: maybe(fc.constantFrom(...routes)),
    bend: maybe(number(-2, 2)),
    startHead: maybe(fc.constantFrom(...lineHeads)),
    endHead: maybe(fc.constantFrom(...lineHeads)),
    stroke: maybe(color),
    strokeWidth: maybe(number(0.5, 200)),
    dash: maybe(fc.constantFrom(...dashes)),
    opacity,
  }),
  fc.record({
    ...base,
    kind: fc.constant('drawing'),
    brush: maybe(fc.constantFrom(...brushes)),
    points: fc.constantFrom('AA', 'A+P49B/PUK', 'AADDCC'),
    pressures: maybe(fc.constantFrom('', 'g/A')),
    stroke: maybe(color),
    strokeWidth: maybe(number(0.5, 200)),
    opacity,
  }),
  fc.record({
    ...base,
    kind: fc.constant('image'),
    mediaId: fc.nat(),
    src: fc.constantFrom('/media/0123456789abcdefghijkl/full.webp', '/media/a/b.png'),
    alt: maybe(words),
    opacity,
    crop: nullish(
      fc.record({ x: number(0, 0.5), y: fc.constant(0), width: number(0.01, 0.5), height: number(0.1, 1) }),
    ),
    mask: maybe(fc.constantFrom(...shapeNames)),
    radius: maybe(number(0, 1000)),
  }),
  fc.record({ ...base, ...played, kind: fc.constant('audio') }),
  fc.record({ ...base, ...played, kind: fc.constant('video'), poster: maybe(fc.constantFrom('', '/media/a/p.webp')) }),
)

const anyPage = fc.record({
  id: anyId,
  name: maybe(words),
  width: maybe(number(50, 10_000)),
  height: maybe(number(50, 10_000)),
  background: maybe(paint),
  backgroundGradient: nullish(fc.record({ to: paint, angle: number(-1000, 1000) })),
  backgroundImage: nullish(
    fc.record({ mediaId: fc.nat(), src: fc.constant('/media/0123456789abcdefghijkl/full.webp') }),
  ),
  hidden: maybe(fc.boolean()),
  elements: maybe(fc.array(anyElement, { maxLength: 6 })),
})

/** JSON that POST takes, before it is canonical: every id once. */
export const anyJson = fc.array(anyPage, { minLength: 1, maxLength: 4 }).map((pages) => {
  const seen = new Set<string>()
  const isNew = ({ id }: { id: string }) => !seen.has(id) && seen.add(id)
  const kept = pages.filter(isNew).map((page) => ({ ...page, elements: page.elements?.filter(isNew) }))
  return { version: 1, pages: kept }
})

/** A lesson in its canonical form. */
export const anyContent: fc.Arbitrary<LessonContent> = anyJson.map((json) => contentSchema.parse(json))
