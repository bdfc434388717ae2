import type { LessonPage } from './content.ts'

/** A page without its elements, and without what only authors need. */
export type PageHead = Omit<LessonPage, 'elements' | 'hidden'>

export function headOf(page: LessonPage): PageHead {
  const { id, name, width, height, background, backgroundGradient, backgroundImage } = page
  return {
    id,
    name,
    width,
    height,
    background,
    ...(backgroundGradient && { backgroundGradient }),
    ...(backgroundImage && { backgroundImage }),
  }
}
