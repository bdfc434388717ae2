import type { Lesson } from '@anawim/api/contract'

/** What the dialogs need to know of a lesson: a `Lesson` of the API has all of it. */
export type SharedLesson = Pick<Lesson, 'id' | 'title' | 'author' | 'status' | 'is_public' | 'allowed'>
