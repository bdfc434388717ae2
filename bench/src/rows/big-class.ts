import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { scaled, type Row } from '../row.ts'
import { measureWindow } from '../window.ts'
import { only } from './only.ts'

const RATE = 5
const ACTIVE = 5

/** A lesson before a whole university: does the teacher notice? */
export const bigClass: Row = {
  name: 'big-class',
  what: 'One lesson, 5 of 30 editors at 5 updates/s and 2,000 viewers',
  async run(context) {
    const viewers = scaled(context, 2_000, 20)
    const editors = scaled(context, 30, ACTIVE + 1)
    const seconds = scaled(context, 5, 1)
    const teacher = measure('edit → another editor, p99', 'ms')
    const audienceSees = measure('edit → viewer, p95', 'ms')
    const flushes = measure('flushes a second to a viewer', '/s')
    const cpu = measure('server CPU', '% of a core')
    const load = measure('CPU of the load generators', '% of a core')
    const failures = await interleave(context, {
      names: ['anawim'],
      options: { elements: editors },
      profile: 'big-class',
      async prepare(target, crowd) {
        const [active, others, audience] = [crowd(), crowd(), crowd()]
        const doors = only(await target.open(1))
        const group = { door: doors.editor, elements: editors }
        await active.join({ groups: [{ ...group, count: ACTIVE, editors: ACTIVE, sampled: 0 }], atOnce: 1 })
        await others.join({ groups: [{ ...group, count: editors - ACTIVE, editors: 0, sampled: 2 }], atOnce: 5 })
        await audience.join({
          groups: [{ door: doors.viewer ?? doors.editor, count: viewers, editors: 0, sampled: 10, elements: editors }],
          atOnce: 50,
        })
        return { active, others, audience }
      },
      async round(target, { active, others, audience }) {
        await active.edit({ rate: RATE })
        await sleep(1_000)
        const window = await measureWindow(target, [active, others, audience], seconds)
        await active.rest()
        const [, seenByEditors, seenByViewers] = window.crowds
        teacher.add(target.name, seenByEditors?.seen?.p99)
        audienceSees.add(target.name, seenByViewers?.seen?.p95)
        flushes.add(target.name, seenByViewers?.flushesPerSecond)
        cpu.add(target.name, (window.cpu / window.seconds) * 100)
        load.add(target.name, (window.loadCpu / window.seconds) * 100)
        await sleep(500)
      },
    })
    return {
      measures: [teacher, audienceSees, flushes, cpu, load].map(({ made }) => made),
      verdicts: [
        { goal: "the teacher's p99", value: teacher.median('anawim'), limit: 50, unit: 'ms' },
        { goal: "the viewers' p95", value: audienceSees.median('anawim'), limit: 1_000, unit: 'ms' },
      ],
      notes: [
        `${editors} editors, ${ACTIVE} of them at ${RATE}/s, ${viewers} viewers on bare sockets of which 10 are read; ${seconds} s a round. None of the others is measured: none holds so many.`,
        ...failures,
      ],
    }
  },
}
