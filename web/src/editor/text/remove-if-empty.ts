import { plainText } from '@anawim/lesson'
import type { Editor } from '../session/editor.ts'
import { deleteWithLines } from '../session/write-boxes.ts'

/** Clears away a text box that was left empty, which nobody would see any more. */
export function removeIfEmpty({ session, room }: Pick<Editor, 'session' | 'room'>, id: string): void {
  const element = session.model.element(id)
  if (element?.kind !== 'text' || plainText(element.text).trim() !== '') return
  if (room?.moving().some((peer) => peer.typingIn === id)) return
  const placed = session.placed.get()
  // Placed and left empty: that was no step that anybody wants to undo. Emptied: deleting it is one, or the end of the one that emptied it.
  if (placed?.id === id) session.history.takeBackTo(placed.depth)
  if (session.model.pageIdOf(id) === undefined) return
  deleteWithLines(session, [id])
  session.history.beginStep()
}
