import {
  type BlockNode,
  type LessonContent,
  type LessonElement,
  type LessonPage,
  type RichText,
  shapeNames,
  textAligns,
} from '@anawim/lesson'
import { galleryDrawings, galleryLines } from './gallery-lines.ts'
import { galleryPlayed } from './gallery-played.ts'

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = (...content: BlockNode[]): RichText => ({ type: 'doc', content })
const page = (id: string, name: string, elements: LessonElement[]): LessonPage => ({
  id,
  name,
  width: 1280,
  height: 720,
  background: '#ffffff',
  elements,
})

const shapes: LessonElement[] = shapeNames.flatMap((shape, column): LessonElement[] => {
  const place = { x: 30 + column * 112, width: 96, height: 120 }
  const base = { kind: 'shape', shape, fill: '#ffd43b', stroke: '#1f2937', strokeWidth: 2 } as const
  return [
    { ...base, ...place, id: `${shape}-plain`, y: 50, rotation: 0 },
    { ...base, ...place, id: `${shape}-empty`, y: 215, rotation: 0, fill: 'transparent', strokeWidth: 6 },
    { ...base, ...place, id: `${shape}-turned`, y: 380, rotation: 20, fill: '#a5d8ff', opacity: 0.5 },
    {
      ...base,
      ...place,
      id: `${shape}-locked`,
      y: 545,
      rotation: 0,
      fill: '#96f2d7',
      stroke: 'transparent',
      locked: true,
    },
  ]
})

const marked: RichText = doc(
  { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Quang hợp' }] },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Lá cây ' },
      { type: 'text', text: 'xanh', marks: [{ type: 'bold' }, { type: 'textStyle', attrs: { color: '#2f9e44' } }] },
      { type: 'text', text: ' nhờ ' },
      { type: 'text', text: 'diệp lục', marks: [{ type: 'italic' }, { type: 'highlight' }] },
      { type: 'text', text: ': 6CO' },
      { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
      { type: 'text', text: ' + 6H' },
      { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
      { type: 'text', text: 'O.' },
    ],
  },
  {
    type: 'bulletList',
    content: ['Ánh sáng', 'Nước', 'Khí cacbonic'].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
  },
  {
    type: 'orderedList',
    content: ['Pha sáng', 'Pha tối'].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
  },
)

const long =
  'Nghiêng nghiêng những ngọn nghệ, người người ngắm nghía: a lesson that two teachers write together breaks its lines the same everywhere.'

const texts: LessonElement[] = [
  { id: 'marks', kind: 'text', x: 60, y: 50, width: 480, height: 60, rotation: 0, text: marked },
  ...textAligns.map((align, row): LessonElement => ({
    id: `align-${align}`,
    kind: 'text',
    x: 620,
    y: 50 + row * 135,
    width: 380,
    height: 40,
    rotation: 0,
    align,
    fontSize: 18,
    text: doc(paragraph(long)),
  })),
  {
    id: 'turned',
    kind: 'text',
    x: 1060,
    y: 120,
    width: 190,
    height: 40,
    rotation: 15,
    color: '#c2255c',
    text: doc(paragraph('Turned 15°')),
  },
  {
    id: 'bottom',
    kind: 'text',
    x: 1060,
    y: 260,
    width: 190,
    height: 200,
    rotation: 0,
    verticalAlign: 'bottom',
    text: doc(paragraph('At the bottom of its box')),
  },
  ...(['rectangle', 'ellipse', 'callout', 'arrowRight'] as const).map((shape, column): LessonElement => ({
    id: `in-${shape}`,
    kind: 'shape',
    shape,
    x: 60 + column * 300,
    y: 590,
    width: 260,
    height: 100,
    rotation: 0,
    fill: '#fff3bf',
    stroke: '#1f2937',
    strokeWidth: 2,
    fontSize: 18,
    text: doc(paragraph('Text inside a shape')),
  })),
]

const missing = { kind: 'image', mediaId: 0, src: '/media/0000000000000000000000/missing.webp' } as const

const images: LessonElement[] = [
  {
    ...missing,
    id: 'missing',
    alt: 'A picture that did not arrive',
    x: 80,
    y: 80,
    width: 480,
    height: 270,
    rotation: 0,
  },
  { ...missing, id: 'missing-turned', alt: '', x: 700, y: 120, width: 320, height: 180, rotation: 345, opacity: 0.5 },
  { ...missing, id: 'masked', alt: '', x: 80, y: 400, width: 260, height: 200, rotation: 0, mask: 'ellipse' },
  { ...missing, id: 'rounded', alt: '', x: 400, y: 400, width: 260, height: 200, rotation: 0, radius: 30 },
]

/** Every kind in every state, a page a kind. */
export const galleryContent: LessonContent = {
  version: 1,
  pages: [
    page('shapes', 'Shapes', shapes),
    page('texts', 'Texts', texts),
    page('images', 'Images', images),
    page('lines', 'Lines', galleryLines),
    page('drawings', 'Drawings', galleryDrawings),
    page('played', 'Video and audio', galleryPlayed),
  ],
}
