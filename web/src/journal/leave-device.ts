import { logout } from '../session/session-store.ts'
import { forgetEdits, lessonsWithEdits } from './edit-store.ts'
import { tellForgotten } from './tabs.ts'

/** Milliseconds in which an edit on its way is saved, and taken out of the journal. */
const PATIENCE = 1_000

/** The lessons of which something would be lost. Nothing, where this device keeps nothing. */
export async function unsavedLessons(userId: number): Promise<{ lessonId: number; title: string }[]> {
  try {
    if ((await lessonsWithEdits(userId)).length === 0) return []
    await new Promise((resolve) => setTimeout(resolve, PATIENCE))
    return await lessonsWithEdits(userId)
  } catch {
    return []
  }
}

/** Logs out, in every tab, and leaves nothing of this person on the device. */
export async function leaveDevice(userId: number): Promise<void> {
  const leaving = logout()
  tellForgotten(userId)
  await forgetEdits(userId).catch(() => undefined)
  await leaving
}
