/** What this page itself holds of lessons: there where the device keeps nothing, or cannot, it is all there is. */
export interface OpenLesson {
  userId: number
  lessonId: number
  title(): string
  /** Has it edits that the server has not said to be saved? */
  hasUnsaved(): boolean
}

const open = new Set<OpenLesson>()

/** From now until the answer is called: also of lessons that nobody looks at any more, while their last edits are on their way. */
export function noteOpen(lesson: OpenLesson): () => void {
  open.add(lesson)
  return () => void open.delete(lesson)
}

export function unsavedHere(userId: number): { lessonId: number; title: string }[] {
  return [...open]
    .filter((lesson) => lesson.userId === userId && lesson.hasUnsaved())
    .map((lesson) => ({ lessonId: lesson.lessonId, title: lesson.title() }))
}
