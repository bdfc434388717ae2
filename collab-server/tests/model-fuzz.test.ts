/**
 * Promise 1, with everything that can break: 3–5 editors do random things on a real server over a real PostgreSQL, while
 * connections drop, the server is killed, and PostgreSQL crashes, falls silent or goes away. After each step nothing that
 * was shown as saved is missing from the log; at the end all are equal. ANAWIM_SEEDS and ANAWIM_STEPS say how much,
 * ANAWIM_SEED where to begin.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { counted } from '../../scripts/testing/counted.ts'
import { report } from '../../scripts/testing/report.ts'
import { runSeed, type SeedResult } from './fuzz/run-seed.ts'
import { openWorld, type World } from './fuzz/world.ts'
import { makePeople, type People } from './support/people.ts'

const seeds = Number(process.env['ANAWIM_SEEDS'] ?? 30)
const steps = Number(process.env['ANAWIM_STEPS'] ?? 100)
const first = Number(process.env['ANAWIM_SEED'] ?? 1)
/** Seeds that run at once, each on a lesson of its own: what breaks, breaks for all of them. */
const lanes = Number(process.env['ANAWIM_LANES'] ?? 6)

let world: World
let people: People
beforeAll(async () => {
  world = await openWorld()
  people = await makePeople(world.db)
})
afterAll(() => world.close())

test(
  `nothing shown as saved is missing, and all end equal (${seeds} seeds from ${first}, ${steps} steps)`,
  async () => {
    const results: SeedResult[] = []
    const waiting = Array.from({ length: seeds }, (_, index) => first + index)
    const lane = async () => {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
        results.push(await runSeed(world, people, seed, steps))
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))

    const failed = results.filter(({ failures }) => failures.length > 0)
    // What was done stands above; at the end of a long run there is room only for which seed failed, and how.
    for (const { seed, done } of failed) console.error(`seed ${seed}:\n${done.join('\n')}`)
    const claimed = results.reduce((sum, result) => sum + result.claimed, 0)
    report({
      what: 'model fuzz: ms until all is shown as saved after the last fault',
      trials: seeds,
      failures: failed.length,
      times: results.map(({ settledIn }) => settledIn),
      more: { steps, claimed, seed: first },
    })
    expect(failed.map(({ seed, failures }) => `seed ${seed}: ${counted(failures).join('; ')}`).join('\n')).toBe('')
    expect(claimed).toBeGreaterThan(seeds)
  },
  120_000 + seeds * steps * 100,
)
