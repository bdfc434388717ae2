import { breakLines, type BrokenLine } from './break-lines.ts'
import { currentFontGeneration, measuresAgree, type Measure } from './measure.ts'
import type { Paragraph } from './paragraphs.ts'

/** Paragraphs, each of at most so many characters. */
const MOST = 400
const LONGEST = 4_000

let kept = new Map<string, BrokenLine[]>()
let keptFor: { measure: Measure; generation: number } | null = null

/**
 * As `breakLines`, of which the last few hundred are kept: with each letter a text is another one, and all its paragraphs but one say
 * what they said. Nobody may change the lines that are returned.
 */
export function keptLines(paragraph: Paragraph, width: number, measure: Measure): BrokenLine[] {
  const { text, spans } = paragraph
  if (text.length > LONGEST) return breakLines(paragraph, width, measure)
  const generation = currentFontGeneration()
  if (keptFor === null || keptFor.generation !== generation || !measuresAgree(keptFor.measure, measure)) {
    kept = new Map()
    keptFor = { measure, generation }
  }
  const key = JSON.stringify([width, text, spans])
  const lines = kept.get(key) ?? breakLines(paragraph, width, measure)
  // Last in the map: the first of it is what nobody asked for the longest.
  kept.delete(key)
  kept.set(key, lines)
  for (const oldest of kept.size > MOST ? kept.keys() : []) {
    kept.delete(oldest)
    break
  }
  return lines
}
