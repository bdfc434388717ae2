/** The lesson of a benchmark: one page of rectangles, named e0, e1, …. */
import { newContent, type LessonContent, type LessonElement } from '@anawim/lesson'

const PER_PAGE = 5_000

export function lessonContent(elements: number, perPage = PER_PAGE): LessonContent {
  const content = newContent('p1', 'Page 1')
  const [first] = content.pages
  if (!first) throw new Error('a new lesson has a page')
  const pages = Array.from({ length: Math.max(1, Math.ceil(elements / perPage)) }, (_, page) => ({
    ...first,
    id: `p${page + 1}`,
    elements: Array.from({ length: Math.min(perPage, elements - page * perPage) }, (__, place) =>
      rectangle(page * perPage + place),
    ),
  }))
  return { ...content, pages }
}

function rectangle(number: number): LessonElement {
  return {
    id: `e${number}`,
    kind: 'shape',
    shape: 'rectangle',
    x: 40 + (number % 100) * 12.3,
    y: 40 + Math.floor(number / 100) * 12.7,
    width: 100,
    height: 50,
    rotation: 0,
    fill: '#ffd43b',
    stroke: '#1f2937',
    strokeWidth: 2,
  }
}
