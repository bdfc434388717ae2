import { canvasNames, startCanvases } from '../client/canvases.ts'
import { costOf } from '../client/frames.ts'
import { type Gesture, perform } from '../client/gestures.ts'
import { measure } from '../figures.ts'
import { scaled, type Context, type Row, type RowResult } from '../row.ts'

interface Trial {
  gesture: Gesture
  elements: number
  limit: number
}

/** Smooth under the hand, however much lies on the page? */
export const canvasDrag: Row = {
  name: 'canvas-drag',
  what: 'Drag one element among many: main thread per frame',
  run: (context) =>
    runTrials(context, [
      { gesture: 'drag', elements: 2_000, limit: 2 },
      { gesture: 'drag', elements: 10_000, limit: 3 },
    ]),
}

export const canvasPan: Row = {
  name: 'canvas-pan',
  what: 'Pan and zoom a page of 10,000 elements: main thread per frame',
  run: (context) =>
    runTrials(context, [
      { gesture: 'pan', elements: 10_000, limit: 4 },
      { gesture: 'zoom', elements: 10_000, limit: 4 },
    ]),
}

async function runTrials(context: Context, trials: readonly Trial[]): Promise<RowResult> {
  const frames = scaled(context, 240, 60)
  const canvases = await startCanvases()
  const results: RowResult = { measures: [], verdicts: [], notes: [] }
  try {
    for (const { gesture, elements, limit } of trials) {
      const what = `${gesture}, ${elements.toLocaleString('en')} elements`
      const cost = measure(`${what}: main thread a frame`, 'ms', 'bare')
      const renders = measure(`${what}: React commits a frame`, '')
      for (let round = 0; round < context.rounds; round++) {
        for (const name of canvasNames.filter((one) => context.targets?.includes(one) ?? true)) {
          context.say(`round ${round + 1}: ${what}, ${name}`)
          const page = await canvases.open(name, elements)
          if (gesture === 'drag' && name === 'anawim') await pressFirst(page)
          const count = name === 'anawim' ? frames : Math.min(frames, 30)
          const { ms, renders: made } = await costOf(page, count, () => perform(page, name, gesture, count))
          cost.add(name, ms)
          renders.add(name, made)
          await page.context().close()
        }
      }
      results.measures.push(cost.made, renders.made)
      results.verdicts.push(
        { goal: what, value: cost.median('anawim'), limit, unit: 'ms' },
        { goal: `${what}: React commits a frame`, value: renders.median('anawim'), limit: 0, unit: '' },
      )
    }
  } finally {
    await canvases.stop()
  }
  results.notes.push(
    `${frames} frames of a view of 1440 × 900 in headless Chromium, which draws in software, on the main thread; processor time of the main thread, from the browser. bare: a canvas on which \`drawing\` draws all elements in each frame; naive: react-konva with a node an element and the moved one in React's state.`,
  )
  return results
}

/** Presses the mouse on an element and begins to drag. */
async function pressFirst(page: Awaited<ReturnType<Awaited<ReturnType<typeof startCanvases>>['open']>>): Promise<void> {
  const box = await page.locator('[data-canvas]').boundingBox()
  const [x, y] = [(box?.x ?? 0) + 250, (box?.y ?? 0) + 250]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 10, y + 10, { steps: 4 })
  await page.waitForTimeout(300)
}
