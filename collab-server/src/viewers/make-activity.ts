import type { Database } from '@anawim/db'
import type { Activity, LessonActivity } from '@anawim/lesson'

/** Somebody in a lesson, once for each of their windows; no person: somebody with a link. */
export interface Present {
  lessonId: number
  person: { id: number; full_name: string } | null
}

/** Lessons that are told of, and people of each that are named. */
const MOST_LESSONS = 100
const MOST_NAMED = 30

/** Everybody is counted once a lesson, however many windows they have; who edits is not said to watch, too. */
export async function makeActivity(
  { lessons }: Pick<Database, 'lessons'>,
  editors: readonly Present[],
  viewers: readonly Present[],
): Promise<Activity> {
  const edited = Map.groupBy(editors, ({ lessonId }) => lessonId)
  const watched = Map.groupBy(viewers, ({ lessonId }) => lessonId)
  const all = [...new Set([...edited.keys(), ...watched.keys()])].map((lessonId) => {
    const editing = namesOf(edited.get(lessonId) ?? [])
    const watching = namesOf(watched.get(lessonId) ?? [])
    for (const id of editing.keys()) watching.delete(id)
    const guests = (watched.get(lessonId) ?? []).filter(({ person }) => person === null).length
    return {
      lessonId,
      editors: inOrder(editing),
      editorCount: editing.size,
      viewers: inOrder(watching),
      viewerCount: watching.size + guests,
    }
  })
  const size = ({ editorCount, viewerCount }: Omit<LessonActivity, 'title'>) => editorCount + viewerCount
  const largest = all.toSorted((a, b) => size(b) - size(a) || a.lessonId - b.lessonId).slice(0, MOST_LESSONS)
  const titles = largest.length > 0 ? await lessons.titles(largest.map(({ lessonId }) => lessonId)) : new Map()
  return {
    lessons: largest.map((one) => ({ ...one, title: String(titles.get(one.lessonId) ?? '') })),
    lessonCount: all.length,
  }
}

function namesOf(present: readonly Present[]): Map<number, string> {
  return new Map(present.flatMap(({ person }) => (person ? [[person.id, person.full_name] as const] : [])))
}

function inOrder(names: ReadonlyMap<number, string>): { id: number; full_name: string }[] {
  const people = [...names].map(([id, name]) => ({ id, full_name: name }))
  return people.toSorted((a, b) => a.full_name.localeCompare(b.full_name, 'vi') || a.id - b.id).slice(0, MOST_NAMED)
}
