import type { LessonPage } from './content.ts'

/** The addresses of all pictures that a page is drawn with, each once. */
export function pictureAddresses({ elements, backgroundImage }: LessonPage): Set<string> {
  const ofElements = elements.flatMap((element) => (element.kind === 'image' ? [element.src] : []))
  return new Set(backgroundImage ? [backgroundImage.src, ...ofElements] : ofElements)
}
