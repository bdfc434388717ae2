import type { EditorSession } from '../session/session.ts'
import type { PointerInput } from '../tools/tool.ts'
import { toPage } from './camera.ts'
import { resolveTarget } from './hit.ts'
import { distance, type Point } from './point.ts'

const DOUBLE_TIME = 400
const DOUBLE_DISTANCE = 8

/** Turns the browser's pointer events into what tools understand. */
export function createPointerReader(session: EditorSession) {
  let last: { at: Point; time: number; clicks: number } | null = null

  const read = (event: PointerEvent, area: HTMLElement, clicks: number): PointerInput => {
    const screen = screenPoint(event, area)
    const point = toPage(session.camera.get(), screen)
    return {
      point,
      screen,
      // Looked for only when somebody asks: in a drag nobody does, and a page may hold thousands.
      get target() {
        return resolveTarget(session, point, event.pointerType === 'touch')
      },
      pressure: pressureOf(event),
      get trail() {
        const camera = session.camera.get()
        return coalesced(event).map((each) => ({
          point: toPage(camera, screenPoint(each, area)),
          pressure: pressureOf(each),
        }))
      },
      shift: event.shiftKey,
      alt: event.altKey,
      mod: event.ctrlKey || event.metaKey,
      clicks,
    }
  }
  return {
    /** Counts clicks: pointer events do not. */
    down(event: PointerEvent, area: HTMLElement): PointerInput {
      const at = screenPoint(event, area)
      const isAgain =
        last !== null && event.timeStamp - last.time < DOUBLE_TIME && distance(at, last.at) < DOUBLE_DISTANCE
      last = { at, time: event.timeStamp, clicks: isAgain && last ? last.clicks + 1 : 1 }
      return read(event, area, last.clicks)
    },
    move: (event: PointerEvent, area: HTMLElement) => read(event, area, last?.clicks ?? 1),
  }
}

/** A mouse and most fingers say a constant, which means nothing. */
function pressureOf({ pointerType, pressure }: PointerEvent): number | null {
  return pointerType === 'pen' ? pressure : null
}

/** All places of this event. Not every browser tells those in between, and some only on pages served by https. */
function coalesced(event: PointerEvent): readonly PointerEvent[] {
  const events = event.getCoalescedEvents?.() ?? []
  return events.length > 0 ? events : [event]
}

export function screenPoint(event: { clientX: number; clientY: number }, area: HTMLElement): Point {
  const { left, top } = area.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}
