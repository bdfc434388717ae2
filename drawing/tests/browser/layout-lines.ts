import type { Measure, TextLayout } from '@anawim/drawing'

/** A line as a reader sees it: without the spaces at its ends. Page pixels from the box's top-left corner. */
export interface ReadLine {
  text: string
  left: number
  right: number
  baseline: number
}

/** The lines of a layout that have anything on them. */
export function layoutLines(layout: TextLayout, measure: Measure): ReadLine[] {
  const lines = layout.blocks.flatMap(({ lines }) => lines)
  return lines.flatMap(({ runs, baseline }) => {
    const shown = runs.filter(({ text }) => text.trim() !== '')
    const [first, last] = [shown[0], shown.at(-1)]
    if (first === undefined || last === undefined) return []
    const before = first.text.slice(0, first.text.length - first.text.trimStart().length)
    const behind = last.text.slice(last.text.trimEnd().length)
    // In a justified line the spaces behind a run are wider than they measure, but the last run has none.
    return {
      text: runs
        .map(({ text }) => (text === '' ? ' ' : text))
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      left: first.x + (before === '' ? 0 : measure(before, first.style.font)),
      right: last.x + last.width - (behind === '' ? 0 : measure(behind, last.style.font)),
      baseline: baseline + first.style.shift,
    }
  })
}
