/** What hands do on a canvas: so many frames of it, each as soon as the one before is shown. */
import type { Page } from 'playwright-core'
import type { CanvasName } from './canvases.ts'

export type Gesture = 'drag' | 'pan' | 'zoom'

/** Makes `frames` frames. The floors know no zoom: there it is a pan, which costs them the same. */
export async function perform(page: Page, name: CanvasName, gesture: Gesture, frames: number): Promise<void> {
  if (name !== 'anawim') return stepFloor(page, gesture === 'drag' ? 'drag' : 'pan', frames)
  if (gesture === 'drag') return dragFirst(page, frames)
  return turnWheel(page, gesture, frames)
}

function stepFloor(page: Page, what: 'drag' | 'pan', frames: number): Promise<void> {
  return page.evaluate(
    async ([kind, count]) => {
      for (let frame = 0; frame < count; frame++) {
        await new Promise(requestAnimationFrame)
        window.step?.(kind, frame % 100)
      }
    },
    [what, frames] as const,
  )
}

/** Takes the element that lies at the left edge of the page, which `hold` has pressed, about. */
function dragFirst(page: Page, frames: number): Promise<void> {
  return page.evaluate(async (count) => {
    const area = document.querySelector('[data-canvas]')
    const { left, top } = area?.getBoundingClientRect() ?? { left: 0, top: 0 }
    for (let frame = 0; frame < count; frame++) {
      await new Promise(requestAnimationFrame)
      const at = { clientX: left + 250 + (frame % 100) * 3, clientY: top + 250 + (frame % 50) * 2 }
      area?.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerId: 1, buttons: 1, bubbles: true }))
    }
  }, frames)
}

function turnWheel(page: Page, gesture: 'pan' | 'zoom', frames: number): Promise<void> {
  return page.evaluate(
    async ([kind, count]) => {
      const area = document.querySelector('[data-canvas]')
      for (let frame = 0; frame < count; frame++) {
        await new Promise(requestAnimationFrame)
        const back = frame % 60 < 30 ? 1 : -1
        const turn = kind === 'pan' ? { deltaX: 24 * back, deltaY: 12 * back } : { deltaY: 14 * back, ctrlKey: true }
        const at = { clientX: 700, clientY: 450, bubbles: true, cancelable: true }
        area?.dispatchEvent(new WheelEvent('wheel', { ...turn, ...at }))
      }
    },
    [gesture, frames] as const,
  )
}
