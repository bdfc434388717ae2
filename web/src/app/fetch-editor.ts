import { askLessonEarly } from '../session/ask-lesson.ts'

/** The code of the editor's page: the largest of all. The browser keeps it once it is here. */
export const fetchEditor = () => import('../editor/LessonEditorPage.tsx')

/** Who goes to a lesson need not wait until the server has said who they are: on its way the code and the lesson come beside. */
export function fetchEditorEarly(path: string): void {
  const [, id] = /^\/lessons\/(\d+)\/?$/.exec(path) ?? []
  if (id === undefined) return
  askLessonEarly(Number(id))
  // What fails here is asked for again by the route, which shows it.
  fetchEditor().catch(() => undefined)
}
