/** What a browser's main thread does in the frames of a gesture. */
import type { CDPSession, Page } from 'playwright-core'

/** Per frame. */
export interface FrameCost {
  /** Milliseconds of processor time of the main thread, painting by the software renderer included. */
  ms: number
  /** Commits of React. */
  renders: number
}

declare global {
  interface Window {
    benchRenders?: number
  }
}

/** Counts what React commits; before any of the page's scripts. */
export function countRenders(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    window.benchRenders = 0
    const hook = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        window.benchRenders = (window.benchRenders ?? 0) + 1
      },
      onCommitFiberUnmount: () => {},
    }
    Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', { value: hook })
  })
}

/** Measures what `gesture` does, which must show `frames` frames. */
export async function costOf(page: Page, frames: number, gesture: () => Promise<unknown>): Promise<FrameCost> {
  const session = await page.context().newCDPSession(page)
  // Time in which the machine did something else does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = { busy: await busyTime(session), renders: await rendersOf(page) }
  await gesture()
  const after = { busy: await busyTime(session), renders: await rendersOf(page) }
  await session.detach()
  return { ms: ((after.busy - before.busy) * 1000) / frames, renders: (after.renders - before.renders) / frames }
}

const rendersOf = (page: Page) => page.evaluate(() => window.benchRenders ?? 0)

async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}
