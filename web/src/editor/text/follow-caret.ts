import type { EditorView } from '@tiptap/pm/view'
import type { EditorSession } from '../session/session.ts'

/** Screen pixels that the caret keeps from the edge of the view. */
const MARGIN = 24

/** Views whose caret is looked for in the next frame. */
const asked = new WeakSet<EditorView>()

/**
 * Moves the page so far that the caret is in the view, as scrolling would in a document. Looked up once a frame, when the browser knows
 * it anyway: asked for behind each letter, it would lay the page out twice.
 */
export function followCaret(view: EditorView, session: EditorSession): void {
  if (asked.has(view)) return
  asked.add(view)
  requestAnimationFrame(() => {
    asked.delete(view)
    const area = view.isDestroyed ? null : view.dom.closest('[data-canvas]')
    if (!area) return
    const caret = view.coordsAtPos(view.state.selection.head)
    const frame = area.getBoundingClientRect()
    const x = outside(caret.left, caret.right, frame.left, frame.right)
    const y = outside(caret.top, caret.bottom, frame.top, frame.bottom)
    const { camera } = session
    if (x !== 0 || y !== 0) camera.set({ ...camera.get(), x: camera.get().x - x, y: camera.get().y - y })
  })
}

/** How far beyond the edges it reaches; negative before the first. What is larger than the view keeps its beginning in it. */
function outside(start: number, end: number, first: number, last: number): number {
  if (start < first + MARGIN) return start - first - MARGIN
  return Math.max(0, Math.min(end - last + MARGIN, start - first - MARGIN))
}
