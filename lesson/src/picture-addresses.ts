import type { LessonPage } from './content.ts'
import type { LessonElement } from './elements/index.ts'

/** The addresses of all pictures that a page is drawn with, each once. */
export function pictureAddresses({ elements, backgroundImage }: LessonPage): Set<string> {
  const ofElements = elements.flatMap((element) => pictureOf(element) ?? [])
  return new Set(backgroundImage ? [backgroundImage.src, ...ofElements] : ofElements)
}

function pictureOf(element: LessonElement): string | null {
  if (element.kind === 'image') return element.src
  return (element.kind === 'video' && element.poster) || null
}
