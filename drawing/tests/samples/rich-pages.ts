/** Text in shapes, and pictures of which a part is shown. */
import type { BlockNode, ImageElement, LessonElement, ShapeElement } from '@anawim/lesson'
import { bold, bullets, font, heading, p, page } from './builders.ts'

let made = 0

const say = (content: BlockNode[], x: number, y: number, rest: Partial<ShapeElement> = {}): LessonElement => ({
  id: `w${++made}`,
  kind: 'shape',
  shape: 'rectangle',
  x,
  y,
  width: 140,
  height: 90,
  rotation: 0,
  fill: '#fff3bf',
  stroke: '#1f2937',
  strokeWidth: 2,
  fontSize: 16,
  ...rest,
  text: { type: 'doc', content },
})

const image = (src: string, x: number, y: number, rest: Partial<ImageElement> = {}): LessonElement => ({
  id: `c${++made}`,
  kind: 'image',
  mediaId: 1,
  src,
  alt: '',
  x,
  y,
  width: 140,
  height: 105,
  rotation: 0,
  ...rest,
})

const word = [p('Quang hợp')]

export const richPages = (picture: string, missing: string) => ({
  'shape-texts': page([
    say(word, 20, 15),
    say([p('Lá cây ', bold('xanh'), ' nhờ có chất diệp lục')], 175, 15, { shape: 'ellipse', fill: '#b2f2bb' }),
    say(word, 330, 15, { shape: 'triangle', fill: '#ffc9c9' }),
    say(word, 485, 15, { shape: 'diamond', fontSize: 12 }),
    say(word, 20, 125, { shape: 'star', fontSize: 11, height: 110 }),
    say(word, 175, 125, { shape: 'polygon', sides: 6 }),
    say([p('Vì sao lá rụng?')], 330, 125, { shape: 'callout', radius: 10, fill: '#a5d8ff' }),
    say([p(font('Tiếp', 'Mali'))], 485, 125, { shape: 'arrowRight', flipX: true, fill: '#d0bfff' }),
    say([p('Một ô thấp, mà chữ dài: nó cao lên cho vừa.')], 20, 255, { height: 20 }),
    say([heading(3, 'Nhóm'), bullets(p('một'), p('hai'))], 175, 250, { align: 'left', shadow: true }),
    say(word, 340, 270, { rotation: 20, flipY: true, shape: 'arrowDown', width: 120, fontSize: 12, height: 80 }),
    say(word, 485, 250, {
      verticalAlign: 'bottom',
      align: 'right',
      fill: 'transparent',
      dash: 'dashed',
      color: '#c92a2a',
    }),
  ]),
  crops: page([
    image(picture, 20, 20, { crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 } }),
    image(picture, 180, 20, { mask: 'ellipse' }),
    image(picture, 340, 20, { radius: 24, opacity: 0.6 }),
    image(picture, 500, 20, { mask: 'star', width: 120, height: 120 }),
    image(picture, 20, 150, { crop: { x: 0, y: 0, width: 0.25, height: 1 }, mask: 'ellipse', rotation: 30 }),
    image(picture, 220, 170, { crop: { x: 0.1, y: 0.2, width: 0.5, height: 0.4 }, flipX: true, mask: 'arrowRight' }),
    image(missing, 420, 170, { mask: 'ellipse', crop: { x: 0.5, y: 0, width: 0.5, height: 1 } }),
  ]),
})
