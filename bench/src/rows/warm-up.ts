import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningCrowd } from '../load/start-crowd.ts'
import { scaled, type Context } from '../row.ts'

/** Milliseconds after which a server's own code is compiled, and one sees what it costs for the rest of the lesson. */
const WARM = 12_000

/** Lets them work as they will, unmeasured. */
export async function warmUp(context: Context, editors: RunningCrowd, rate: number): Promise<void> {
  await editors.edit({ rate })
  await sleep(scaled(context, WARM, 200))
  await editors.rest()
}

export const warmUpNote = `Everybody works for ${WARM / 1000} s before it counts.`
