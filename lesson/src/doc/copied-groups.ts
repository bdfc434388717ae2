import type { LessonElement } from '../elements/index.ts'
import { newId } from '../ids.ts'

/** What copies of these elements say of groups: the copies of several of one group are a new one, a copy of one alone is in none. */
export function withOwnGroups(elements: readonly LessonElement[]): LessonElement[] {
  const counts = new Map<string, number>()
  for (const { groupId } of elements) if (groupId) counts.set(groupId, (counts.get(groupId) ?? 0) + 1)
  const groups = new Map([...counts].flatMap(([id, count]) => (count > 1 ? [[id, newId()]] : [])))
  return elements.map((element) => {
    if (!element.groupId) return element
    const { groupId, ...alone } = element
    const copied = groups.get(groupId)
    return (copied ? { ...alone, groupId: copied } : alone) as LessonElement
  })
}
