import { forReaders, type LessonContent } from '@anawim/lesson'

/** More than this of one lesson is not searched: a book, not a lesson. */
const MOST_CHARACTERS = 200_000

/** All that readers can read on the pages: their names, texts, what pictures are described as, and what is written on videos and recordings. */
export function canvasText(content: LessonContent): string {
  const found: string[] = []
  for (const page of forReaders(content).pages) {
    found.push(page.name)
    for (const element of page.elements) {
      if ('text' in element) collect(element.text, found)
      if ('alt' in element && typeof element.alt === 'string') found.push(element.alt)
      if ('title' in element && typeof element.title === 'string') found.push(element.title)
    }
  }
  return found.join(' ').slice(0, MOST_CHARACTERS)
}

/** Texts with unlike marks stand side by side in one word: they are joined as they are, and blocks with a space. */
function collect(node: unknown, found: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('content' in node && Array.isArray(node.content)) {
    const isLine = node.content.some((child: unknown) => textOf(child) !== null)
    if (isLine) found.push(node.content.map((child: unknown) => textOf(child) ?? ' ').join(''))
    else for (const child of node.content) collect(child, found)
  }
}

function textOf(node: unknown): string | null {
  return typeof node === 'object' && node !== null && 'text' in node && typeof node.text === 'string' ? node.text : null
}
