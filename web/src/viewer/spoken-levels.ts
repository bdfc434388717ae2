import type { BlockNode, LessonElement } from '@anawim/lesson'

/** The level that a screen reader is told, by the level that the author chose for its size. */
export type SpokenLevels = ReadonlyMap<number, number>

/** A lesson's title is the h1, each page's name an h2: what stands on a page begins below. */
const FIRST = 3

/** Authors skip levels, since they choose sizes; those who listen should meet no gap. */
export function spokenLevelsOf(elements: readonly LessonElement[]): SpokenLevels {
  const used = elements.flatMap((element) => ('text' in element && element.text ? levelsIn(element.text.content) : []))
  const levels = [...new Set(used)].toSorted((a, b) => a - b)
  return new Map(levels.map((level, rank) => [level, FIRST + rank]))
}

function levelsIn(blocks: readonly BlockNode[]): number[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [block.attrs.level]
    if (block.type === 'paragraph') return []
    return block.content.flatMap((item) => levelsIn(item.content))
  })
}
