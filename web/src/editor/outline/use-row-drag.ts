import { type PointerEvent, type RefObject, useState } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import { moveToRow } from './outline-row.ts'

interface Drag {
  id: string
  /** The gap into which it would be put: 0 above the first row. */
  gap: number
}

/** Dragging a row to another place, with mouse, pen or finger. `list`: the element that holds all rows. */
export function useRowDrag(list: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const session = useEditorSession()
  const [drag, setDrag] = useState<Drag | null>(null)
  const grab = (id: string, row: number) => (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    let gap = row
    const onMove = ({ clientY }: { clientY: number }) => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      gap = Math.min(count, Math.max(0, Math.round((clientY - top) / rowHeight)))
      setDrag({ id, gap })
    }
    const end = (isDrop: boolean) => () => {
      handle.removeEventListener('pointermove', onMove)
      handle.removeEventListener('pointerup', drop)
      handle.removeEventListener('pointercancel', cancel)
      setDrag(null)
      // Above its own place the gaps count without it.
      if (isDrop && gap !== row && gap !== row + 1) moveToRow(session, id, gap > row ? gap - 1 : gap)
    }
    const drop = end(true)
    const cancel = end(false)
    handle.addEventListener('pointermove', onMove)
    handle.addEventListener('pointerup', drop)
    handle.addEventListener('pointercancel', cancel)
  }
  return { drag, grab }
}
