import { canvasNames, startCanvases } from '../client/canvases.ts'
import { costOf } from '../client/frames.ts'
import { type Gesture, perform, takeHold } from '../client/gestures.ts'
import type { Sheet } from '../client/sheets.ts'
import { measure } from '../figures.ts'
import { scaled, type Context, type Row, type RowResult } from '../row.ts'

interface Trial {
  gesture: Gesture
  sheet: Sheet
  limit: number
  /** Does it hold that React has nothing to do? */
  isBesideReact?: boolean
}

const rectangles = (count: number): Sheet => ({ what: 'rectangles', count })

/** Smooth under the hand, however much lies on the page? */
export const canvasDrag: Row = {
  name: 'canvas-drag',
  what: 'Drag one element among many: main thread per frame',
  run: (context) =>
    runTrials(context, [
      { gesture: 'drag', sheet: rectangles(2_000), limit: 2, isBesideReact: true },
      { gesture: 'drag', sheet: rectangles(10_000), limit: 3, isBesideReact: true },
    ]),
}

export const canvasPan: Row = {
  name: 'canvas-pan',
  what: 'Pan and zoom a page of 10,000 elements: main thread per frame',
  run: (context) =>
    runTrials(context, [
      { gesture: 'pan', sheet: rectangles(10_000), limit: 4 },
      { gesture: 'zoom', sheet: rectangles(10_000), limit: 4 },
    ]),
}

export const canvasPen: Row = {
  name: 'canvas-pen',
  what: 'Draw on a page with 1,000 pen strokes: main thread per frame',
  run: (context) => runTrials(context, [{ gesture: 'ink', sheet: { what: 'strokes', count: 1_000 }, limit: 4 }]),
}

export const canvasOthers: Row = {
  name: 'canvas-others',
  what: 'Ten remote people drag among 2,000 elements: main thread per frame',
  run: (context) =>
    runTrials(context, [{ gesture: 'others', sheet: rectangles(2_000), limit: 4, isBesideReact: true }]),
}

async function runTrials(context: Context, trials: readonly Trial[]): Promise<RowResult> {
  const frames = scaled(context, 240, 60)
  const canvases = await startCanvases()
  const results: RowResult = { measures: [], verdicts: [], notes: [] }
  try {
    for (const { gesture, sheet, limit, isBesideReact } of trials) {
      const what = `${names[gesture]}, ${sheet.count.toLocaleString('en')} ${nouns[sheet.what]}`
      const cost = measure(`${what}: main thread a frame`, 'ms', 'bare')
      const renders = measure(`${what}: React commits a frame`, '')
      for (let round = 0; round < context.rounds; round++) {
        for (const name of canvasNames.filter((one) => context.targets?.includes(one) ?? true)) {
          context.say(`round ${round + 1}: ${what}, ${name}`)
          const canvas = await canvases.open(name, sheet)
          const { page } = canvas
          const company = name === 'anawim' ? await takeHold(canvas, gesture, canvases.teacher) : null
          const count = name === 'anawim' ? frames : Math.min(frames, 30)
          const { ms, renders: made } = await costOf(page, count, () => perform(page, name, gesture, count))
          cost.add(name, ms)
          renders.add(name, made)
          company?.leave()
          await page.context().close()
        }
      }
      results.measures.push(cost.made, renders.made)
      results.verdicts.push({ goal: what, value: cost.median('anawim'), limit, unit: 'ms' })
      if (isBesideReact) {
        const goal = `${what}: React commits a frame`
        results.verdicts.push({ goal, value: renders.median('anawim'), limit: 0, unit: '' })
      }
    }
  } finally {
    await canvases.stop()
  }
  results.notes.push(
    `${frames} frames of a view of 1440 × 900 in headless Chromium, which draws in software, on the main thread; processor time of the main thread, from the browser. bare: a canvas on which \`drawing\` draws all elements in each frame; naive: react-konva with a node an element and what moves in React's state. The floors show 30 frames.`,
  )
  return results
}

const names: Readonly<Record<Gesture, string>> = {
  drag: 'drag',
  pan: 'pan',
  zoom: 'zoom',
  ink: 'pen',
  others: 'ten others drag',
}

const nouns: Readonly<Record<Sheet['what'], string>> = { rectangles: 'elements', strokes: 'strokes' }
