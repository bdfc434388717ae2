/** How long it takes from the way to a page until one can work on it. */
import type { BrowserContext } from 'playwright-core'

/** Milliseconds since the navigation began. */
export interface Opening {
  /** Everything is on the canvas. */
  drawn: number
  /** And the last task that a hand would feel is over. */
  interactive: number
}

/** Where something red is drawn last: on which canvas, in parts of its width and height. */
export interface Mark {
  canvas: string
  x: number
  y: number
}

declare global {
  interface Window {
    benchOpening?: { drawn: number | null; lastTask: number }
  }
}

/** Milliseconds without a long task after which there will be none. */
const CALM = 1_000

/** Goes to `url` in a new tab of the same browser, with what its cache has. */
export async function measureOpening(context: BrowserContext, url: string, mark: Mark): Promise<Opening> {
  const page = await context.newPage()
  try {
    await page.addInitScript(watchOpening, mark)
    await page.goto(url)
    await page.waitForFunction(() => window.benchOpening?.drawn != null, null, { polling: 100, timeout: 60_000 })
    await page.waitForFunction(
      (calm) => {
        const { drawn, lastTask } = window.benchOpening ?? { drawn: null, lastTask: 0 }
        return performance.now() - Math.max(drawn ?? 0, lastTask) > calm
      },
      CALM,
      { polling: 100, timeout: 60_000 },
    )
    const { drawn, lastTask } = await page.evaluate(() => window.benchOpening ?? { drawn: null, lastTask: 0 })
    return { drawn: drawn ?? Number.NaN, interactive: Math.max(drawn ?? Number.NaN, lastTask) }
  } finally {
    await page.close()
  }
}

/** Runs in the page, before its own scripts. */
function watchOpening({ canvas: selector, x, y }: Mark): void {
  const opening: NonNullable<Window['benchOpening']> = { drawn: null, lastTask: 0 }
  window.benchOpening = opening
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      opening.lastTask = Math.max(opening.lastTask, startTime + duration)
    }
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const canvas = document.querySelector<HTMLCanvasElement>(selector)
    if (canvas && canvas.width > 0) {
      const pixel = canvas.getContext('2d')?.getImageData(canvas.width * x, canvas.height * y, 1, 1).data
      const [red = 0, green = 255, blue = 255] = pixel ?? []
      if (red > 200 && green < 60 && blue < 60) opening.drawn = performance.now()
    }
    if (opening.drawn === null) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
