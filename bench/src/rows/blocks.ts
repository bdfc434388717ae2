import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { blocksDuring } from '../machine/ask-probe.ts'
import { scaled, type Row } from '../row.ts'
import { only } from './only.ts'

/** Does anybody wait while a big lesson is written down? */
export const blocks: Row = {
  name: 'blocks',
  what: 'Longest block of the event loop by a snapshot or a projection, 5,000 elements',
  async run(context) {
    const elements = scaled(context, 5_000, 100)
    const seconds = scaled(context, 6, 2)
    const cpu = measure('longest block, processor time of the thread', 'ms')
    const clock = measure('longest block on the clock', 'ms')
    const idle = measure('the same without edits: the noise', 'ms')
    const failures = await interleave(context, {
      names: ['anawim', 'hocuspocus'],
      options: { elements },
      optionsOf: {
        anawim: { elements, env: { COLLAB_COMPACT_ROWS: '5' } },
        hocuspocus: { elements, env: { BENCH_STORE: '1' } },
      },
      profile: 'blocks',
      async prepare(target, crowd) {
        const editors = crowd()
        const { editor: door } = only(await target.open(1))
        await editors.join({ groups: [{ door, count: 1, editors: 1, sampled: 0, elements }], atOnce: 1 })
        await sleep(2_000)
        return editors
      },
      async round(target, editors) {
        idle.add(target.name, (await blocksDuring(target.pid, () => sleep(seconds * 500))).cpuMs)
        const block = await blocksDuring(target.pid, async () => {
          await editors.edit({ rate: 4 })
          await sleep(seconds * 1000)
          await editors.rest()
          await sleep(1_000)
        })
        cpu.add(target.name, block.cpuMs)
        clock.add(target.name, block.clockMs)
      },
    })
    return {
      measures: [cpu, clock, idle].map(({ made }) => made),
      verdicts: [{ goal: 'longest block', value: cpu.median('anawim'), limit: 5, unit: 'ms' }],
      notes: [
        `One editor at 4/s for ${seconds} s in a lesson of ${elements} elements; ours projects and compacts meanwhile (every 5 rows, by COLLAB_COMPACT_ROWS), Hocuspocus encodes the document at every store, as its database extension does. What counts is the processor time of the main thread between two looks, which other jobs cannot lengthen.`,
        ...failures,
      ],
    }
  },
}
