import {
  encodeInk,
  type DrawingElement,
  type LessonElement,
  type LessonPage,
  type LineElement,
  type ShapeElement,
} from '@anawim/lesson'
import {
  aligned,
  bold,
  box,
  br,
  bullets,
  color,
  heading,
  highlight,
  italic,
  link,
  numbers,
  p,
  page,
  size,
  strike,
  sub,
  sup,
  underline,
  unknown,
} from './builders.ts'
import { playedPage } from './played-page.ts'
import { richPages } from './rich-pages.ts'

let made = 0
const shape = (options: Partial<ShapeElement>): ShapeElement => ({
  id: `s${++made}`,
  kind: 'shape',
  shape: 'rectangle',
  x: 0,
  y: 0,
  width: 120,
  height: 80,
  rotation: 0,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 3,
  ...options,
})

const line = (x: number, y: number, options: Partial<LineElement>): LineElement => ({
  id: `l${++made}`,
  kind: 'line',
  x,
  y,
  width: 90,
  height: 36,
  rotation: 0,
  stroke: '#1f2937',
  strokeWidth: 3,
  ...options,
})

/** A line that curls from left to right; with `pressed` as a pen that presses harder and harder. */
const drawing = (x: number, y: number, isPressed: boolean, options: Partial<DrawingElement> = {}): DrawingElement => {
  const points = Array.from({ length: 60 }, (_, index) => ({
    x: x + index * 3 + 14 * Math.sin(index / 3),
    y: y + 40 + 30 * Math.cos(index / 4),
    pressure: isPressed ? index / 59 : null,
  }))
  return {
    id: `d${++made}`,
    kind: 'drawing',
    rotation: 0,
    brush: 'pen',
    stroke: '#1f2937',
    strokeWidth: 6,
    ...encodeInk(points),
    ...options,
  }
}
const dot = (x: number, y: number, strokeWidth: number) =>
  drawing(0, 0, false, { x, y, width: 0, height: 0, points: 'AA', strokeWidth })

const image = (src: string, x: number, y: number, width: number, height: number, rest = {}): LessonElement => ({
  id: `i${++made}`,
  kind: 'image',
  mediaId: 1,
  src,
  alt: '',
  x,
  y,
  width,
  height,
  rotation: 0,
  ...rest,
})

/** The picture that the pages below show: a gradient, so that one sees where it is and how it is turned. */
export const PICTURE = '/media/aaaaaaaaaaaaaaaaaaaaaa/original.png'
export const MISSING = '/media/bbbbbbbbbbbbbbbbbbbbbb/original.png'

const sentence = 'Trong toán học, hình elip là tập hợp các điểm có tổng khoảng cách tới hai tiêu điểm là hằng số.'

/** Every kind in every state: what the golden pictures show. */
export const pages: Record<string, LessonPage> = {
  ...richPages(PICTURE, MISSING),
  played: playedPage(PICTURE, MISSING),
  gradientPaper: page([shape({ x: 20, y: 20 })], {
    width: 320,
    height: 180,
    background: '#d0ebff',
    backgroundGradient: { to: '#ffd8a8', angle: 45 },
  }),
  picturePaper: page([shape({ x: 20, y: 20 })], {
    width: 180,
    height: 320,
    background: '#d0ebff',
    backgroundImage: { mediaId: 1, src: PICTURE },
  }),
  shapes: page([
    shape({ x: 20, y: 20 }),
    shape({ x: 160, y: 20, shape: 'ellipse', fill: '#a5d8ff' }),
    shape({ x: 300, y: 20, shape: 'triangle', fill: '#b2f2bb', strokeWidth: 8 }),
    shape({ x: 440, y: 20, shape: 'diamond', fill: '#eebefa' }),
    shape({ x: 20, y: 130, height: 110, shape: 'star', fill: '#ffc9c9', stroke: '#e03131' }),
    shape({ x: 160, y: 130, fill: 'transparent', strokeWidth: 6 }),
    shape({ x: 300, y: 130, stroke: 'transparent', fill: '#1971c2' }),
    shape({ x: 440, y: 130, shape: 'ellipse', fill: '#1971c288', opacity: 0.5 }),
    shape({ x: 480, y: 160, fill: '#e0313180', strokeWidth: 0 }),
    shape({ x: 40, y: 260, rotation: 15 }),
    shape({ x: 180, y: 260, rotation: 45, shape: 'triangle' }),
    shape({ x: 320, y: 270, width: 120, height: 4, strokeWidth: 12 }),
    shape({ x: 460, y: 270, width: 0, height: 60 }),
    shape({ x: 580, y: 300, shape: 'star', rotation: 180 }),
  ]),
  lines: page([
    ...(['straight', 'elbow', 'curved'] as const).flatMap((route, row) =>
      (['none', 'arrow', 'dot', 'bar'] as const).map((head, column) =>
        line(20 + column * 110, 20 + row * 60, {
          route,
          bend: route === 'curved' ? 0.3 : 0,
          startHead: head,
          endHead: head,
        }),
      ),
    ),
    line(470, 20, { dash: 'dashed', stroke: '#c92a2a' }),
    line(470, 70, { dash: 'dotted', strokeWidth: 6, from: 'bottomLeft' }),
    line(470, 130, { strokeWidth: 12, endHead: 'arrow', opacity: 0.5, from: 'bottomRight' }),
    line(570, 20, { rotation: 30, endHead: 'arrow' }),
    { ...shape({ x: 40, y: 240, rotation: 20 }), id: 'from' },
    { ...shape({ x: 300, y: 200, width: 100, shape: 'ellipse', fill: '#a5d8ff' }), id: 'round' },
    { ...shape({ x: 300, y: 300, width: 100, height: 50, shape: 'diamond', fill: '#b2f2bb' }), id: 'diamond' },
    line(0, 0, {
      start: { elementId: 'from', x: 1, y: 0.5 },
      end: { elementId: 'round', x: 0.5, y: 0.5 },
      endHead: 'arrow',
    }),
    line(0, 0, {
      start: { elementId: 'from', x: 0.5, y: 0.5 },
      end: { elementId: 'diamond', x: 0, y: 0.5 },
      route: 'elbow',
      endHead: 'arrow',
    }),
    line(480, 240, { start: { elementId: 'round', x: 1, y: 0.5 }, route: 'curved', bend: -0.3, endHead: 'dot' }),
    line(480, 300, { end: { elementId: 'gone', x: 1, y: 0.5 }, endHead: 'bar' }),
  ]),
  drawings: page([
    drawing(20, 20, false),
    drawing(230, 20, true, { stroke: '#c92a2a', strokeWidth: 12 }),
    drawing(440, 20, false, { stroke: '#1971c2', opacity: 0.5, strokeWidth: 14 }),
    shape({ x: 20, y: 140, fill: '#1f2937', stroke: 'transparent' }),
    box(p('tô sáng lên chữ'), { x: 20, y: 240, width: 200, fontSize: 24 }),
    drawing(20, 150, false, { brush: 'highlighter', stroke: '#ffd43b', strokeWidth: 24, opacity: 0.6 }),
    drawing(20, 230, false, { brush: 'highlighter', stroke: '#ffd43b', strokeWidth: 24, height: 0 }),
    drawing(260, 150, false, { width: 90, height: 90 }),
    drawing(400, 150, false, { rotation: 30, stroke: '#2f9e44' }),
    dot(300, 300, 2),
    dot(330, 300, 10),
    dot(370, 300, 30),
    drawing(420, 260, false, { width: 200, height: 0 }),
  ]),
  outlines: page([
    shape({ x: 20, y: 20, radius: 20 }),
    shape({ x: 160, y: 20, shape: 'polygon', sides: 6, fill: '#a5d8ff' }),
    shape({ x: 300, y: 20, shape: 'polygon', fill: '#b2f2bb', radius: 12 }),
    shape({ x: 440, y: 20, shape: 'callout', radius: 14, fill: '#fff3bf' }),
    shape({ x: 20, y: 120, shape: 'arrowRight', fill: '#ffc9c9' }),
    shape({ x: 160, y: 120, shape: 'arrowLeft', fill: '#ffc9c9' }),
    shape({ x: 300, y: 120, width: 80, shape: 'arrowUp', fill: '#ffc9c9' }),
    shape({ x: 440, y: 120, width: 80, shape: 'arrowDown', fill: '#ffc9c9', rotation: 10 }),
    shape({ x: 540, y: 120, width: 80, shape: 'star', sides: 8, radius: 4 }),
    shape({ x: 20, y: 220, dash: 'dashed', fill: 'transparent' }),
    shape({ x: 160, y: 220, shape: 'ellipse', dash: 'dotted', strokeWidth: 6 }),
    shape({ x: 300, y: 220, gradient: { to: '#e8590c', angle: 0 }, stroke: 'transparent', radius: 12 }),
    shape({ x: 440, y: 220, gradient: { to: 'transparent', angle: 90 }, shape: 'ellipse' }),
    shape({ x: 20, y: 315, width: 250, height: 30, shadow: true, fill: '#ffffff', radius: 15, strokeWidth: 0 }),
    shape({ x: 300, y: 315, width: 120, height: 30, shadow: true, fill: 'transparent', rotation: 8 }),
    shape({
      x: 460,
      y: 315,
      width: 120,
      height: 30,
      gradient: { to: '#1971c2', angle: 45 },
      opacity: 0.5,
      shadow: true,
    }),
  ]),
  images: page(
    [
      image(PICTURE, 20, 20, 280, 180),
      image(MISSING, 320, 20, 200, 130),
      image(PICTURE, 360, 190, 160, 120, { rotation: 30, opacity: 0.5 }),
      image(MISSING, 540, 20, 30, 30),
      unknown(20, 220),
    ],
    { background: '#fff9db' },
  ),
  styles: page([
    box(
      [
        heading(1, 'Đường tròn & hình elip'),
        heading(2, 'Phương trình ', italic('chính tắc')),
        heading(3, 'Ví dụ thứ nhất'),
        p(
          'Chữ ',
          bold('đậm'),
          ', ',
          italic('nghiêng'),
          ', ',
          bold(italic('đậm nghiêng')),
          ', ',
          underline('gạch dưới'),
          ', ',
          strike('gạch bỏ'),
          ', ',
          underline(strike('cả hai')),
          ', ',
          color('màu đỏ', '#e03131'),
          ', ',
          highlight('tô sáng'),
          ', ',
          highlight('tô xanh', '#a5d8ff'),
          ', ',
          link('liên kết'),
          ', ',
          color(link('đỏ'), '#e03131'),
          '.',
        ),
        p(
          'H',
          sub('2'),
          'SO',
          sub('4'),
          ' và x',
          sup('2'),
          ' + y',
          sup('2'),
          ' = r',
          sup('2'),
          ', ',
          size('nhỏ', 12),
          ' – ',
          size('LỚN', 44),
          ' – ',
          underline(size('vừa', 24)),
          '.',
        ),
      ],
      { x: 20, y: 10, width: 600, fontSize: 20 },
    ),
  ]),
  lists: page([
    box(
      [
        bullets([p('Một'), bullets([p('Hai'), bullets([p('Ba')])])], p('Một mục dài hơn để còn phải xuống dòng'), [
          heading(3, 'Đề mục'),
        ]),
        numbers(1, p('Đọc đề bài'), [p('Vẽ hình'), numbers(9, p('chín'), p('mười'))]),
      ],
      { x: 30, y: 10, width: 260, fontSize: 20 },
    ),
    box([bullets(p('chữ nhỏ'), p('hai dòng', br, 'trong một mục')), p('sau danh sách')], {
      x: 350,
      y: 10,
      width: 200,
      fontSize: 13,
      color: '#1971c2',
    }),
    box(numbers(99, p('chín mươi chín'), p('một trăm')), { x: 370, y: 150, width: 240, fontSize: 32 }),
  ]),
  alignment: page([
    ...(['left', 'center', 'right', 'justify'] as const).map((align, index) =>
      box(p(sentence), { x: 10 + index * 158, y: 10, width: 148, fontSize: 13, align }),
    ),
    ...(['top', 'middle', 'bottom'] as const).flatMap((verticalAlign, index) => [
      shape({ x: 10 + index * 210, y: 190, width: 190, height: 150, fill: '#f1f3f5', strokeWidth: 0 }),
      box([p('Dòng một'), aligned('right', 'Dòng hai')], {
        x: 10 + index * 210,
        y: 190,
        width: 190,
        height: 150,
        fontSize: 18,
        verticalAlign,
      }),
    ]),
  ]),
  letters: page([
    box(
      [
        p('ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỨỪỬỮỰ ẮẰẲẴẶ ỳýỷỹỵ'),
        p('Từ Tế Vậy Yến AV Tạ; '.repeat(2), 'rời: ấ ệ ữ'.normalize('NFD')),
        p('→ ← ⇒ ⇔ ★ ✓ ☐ ① ② ∞ ∑ √2 ≤ π ½ α β ° ± ×'),
        p('😀 👏🏽 👨‍👩‍👧 🇻🇳 ❤️ 1️⃣ 🎉 ', bold('😀 đậm '), italic('😀 nghiêng')),
        p('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'),
        p('a\tb\tc và   ba   dấu   cách'),
      ],
      { x: 20, y: 10, width: 600, fontSize: 24 },
    ),
  ]),
  turned: page([
    shape({ x: 200, y: 60, width: 240, height: 0, strokeWidth: 0 }),
    box(p('Hộp cao hơn nó nói, và quay quanh tâm của nó: ', bold('ba mươi độ'), '.'), {
      x: 200,
      y: 110,
      width: 240,
      height: 20,
      rotation: 30,
    }),
    box(p('ngược'), { x: 20, y: 280, width: 160, rotation: 180, fontSize: 40 }),
    box(p('dọc'), { x: 500, y: 150, width: 120, rotation: 270, fontSize: 40, color: '#e03131' }),
    { ...box(p('không thấy')), hidden: true },
  ]),
}
