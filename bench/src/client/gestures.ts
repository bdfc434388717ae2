/** What hands do on a canvas: so many frames of it, each as soon as the one before is shown. */
import type { Page } from 'playwright-core'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import type { CanvasName, OpenCanvas } from './canvases.ts'
import { type Company, startDragging } from './company.ts'
import type { Step } from './floors.tsx'

/** `ink`: drawing with the pen; `others`: ten other people drag, and one's own hand rests. */
export type Gesture = 'drag' | 'pan' | 'zoom' | 'ink' | 'others'

/** A hand that holds something: what has to be so before the frames that count. Of ours; the floors are always ready. */
export async function takeHold({ page, lessonId }: OpenCanvas, gesture: Gesture, teacher: ApiClient): Promise<Company> {
  const nobody = { leave: () => {} }
  if (gesture === 'drag') await press(page)
  if (gesture === 'ink') {
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('p')
    // The pen's code comes when it is taken.
    await page.waitForTimeout(1_000)
    await press(page)
  }
  if (gesture !== 'others' || lessonId === null) return nobody
  const company = await startDragging(teacher, lessonId, 10)
  await page.waitForTimeout(1_500)
  return company
}

/** Presses the mouse where the first element lies, and begins to move. */
async function press(page: Page): Promise<void> {
  const box = await page.locator('[data-canvas]').boundingBox()
  const [x, y] = [(box?.x ?? 0) + 250, (box?.y ?? 0) + 250]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 10, y + 10, { steps: 4 })
  await page.waitForTimeout(300)
}

const floorSteps: Readonly<Record<Gesture, Step>> = {
  drag: 'drag',
  pan: 'pan',
  // The floors know no zoom: there it is a pan, which costs them the same.
  zoom: 'pan',
  ink: 'ink',
  others: 'others',
}

/** Makes `frames` frames. */
export async function perform(page: Page, name: CanvasName, gesture: Gesture, frames: number): Promise<void> {
  if (name !== 'anawim') return stepFloor(page, floorSteps[gesture], frames)
  if (gesture === 'drag') return moveHand(page, 'to and fro', frames)
  if (gesture === 'ink') return moveHand(page, 'in a spiral', frames)
  if (gesture === 'others') return watch(page, frames)
  return turnWheel(page, gesture, frames)
}

function stepFloor(page: Page, what: Step, frames: number): Promise<void> {
  return page.evaluate(
    async ([kind, count]) => {
      for (let frame = 0; frame < count; frame++) {
        await new Promise(requestAnimationFrame)
        window.step?.(kind, kind === 'ink' ? frame : frame % 100)
      }
    },
    [what, frames] as const,
  )
}

/** Takes about what is held. */
function moveHand(page: Page, way: 'to and fro' | 'in a spiral', frames: number): Promise<void> {
  return page.evaluate(
    async ([kind, count]) => {
      const area = document.querySelector('[data-canvas]')
      const { left, top } = area?.getBoundingClientRect() ?? { left: 0, top: 0 }
      for (let frame = 0; frame < count; frame++) {
        await new Promise(requestAnimationFrame)
        const far = 50 + frame / 2
        const [x, y] =
          kind === 'to and fro'
            ? [250 + (frame % 100) * 3, 250 + (frame % 50) * 2]
            : [450 + far * Math.cos(frame / 8), 300 + far * Math.sin(frame / 8)]
        const at = { clientX: left + x, clientY: top + y }
        area?.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerId: 1, buttons: 1, bubbles: true }))
      }
    },
    [way, frames] as const,
  )
}

function watch(page: Page, frames: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
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
