import { forgetLessons } from '../offline/recent-lessons.ts'
import { logout } from '../session/session-store.ts'
import { forgetEdits, lessonsWithEdits } from './edit-store.ts'
import { unsavedHere } from './open-lessons.ts'
import { tellForgotten } from './tabs.ts'

/** Milliseconds in which an edit on its way is saved, and taken out of the journal. */
const PATIENCE = 1_000

interface LessonName {
  lessonId: number
  title: string
}

/** The lessons of which something would be lost: kept on this device, or nowhere but in this page. */
export async function unsavedLessons(userId: number): Promise<LessonName[]> {
  if ((await unsavedNow(userId)).length === 0) return []
  await new Promise((resolve) => setTimeout(resolve, PATIENCE))
  return unsavedNow(userId)
}

async function unsavedNow(userId: number): Promise<LessonName[]> {
  // Where this device keeps nothing, there is nothing to be found.
  const kept = await lessonsWithEdits(userId).catch((): LessonName[] => [])
  return [...new Map([...kept, ...unsavedHere(userId)].map((lesson) => [lesson.lessonId, lesson])).values()]
}

/** Logs out, in every tab, and leaves nothing of this person on the device. */
export async function leaveDevice(userId: number): Promise<void> {
  const leaving = logout()
  tellForgotten(userId)
  await forgetEdits(userId).catch(() => undefined)
  if ('caches' in window) await forgetLessons(caches).catch(() => undefined)
  await leaving
}
