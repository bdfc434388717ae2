import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { scaled, type Row } from '../row.ts'
import { measureWindow } from '../window.ts'
import { only } from './only.ts'

/** Longer than Yjs' own period of announcing oneself again, 15 s. */
const SECONDS = 17

/** A class that only looks: who is told of it? */
export const idleViewers: Row = {
  name: 'idle-viewers',
  what: 'Presence frames from 200 idle viewers',
  async run(context) {
    const viewers = scaled(context, 200, 5)
    const seconds = scaled(context, SECONDS, 1)
    const frames = measure('presence frames to all, a second', '/s')
    const others = measure('other frames to a viewer, a second', '/s')
    const cpu = measure('server CPU', '% of a core')
    const failures = await interleave(
      { ...context, rounds: 1 },
      {
        names: ['anawim'],
        options: { elements: 10 },
        profile: 'idle-viewers',
        async prepare(target, crowd) {
          const [editors, audience] = [crowd(), crowd()]
          const doors = only(await target.open(1))
          await editors.join({
            groups: [{ door: doors.editor, count: 2, editors: 2, sampled: 2, elements: 10 }],
            atOnce: 1,
          })
          await audience.join({
            groups: [{ door: doors.viewer ?? doors.editor, count: viewers, editors: 0, sampled: 0, elements: 10 }],
            atOnce: 20,
          })
          return { editors, audience }
        },
        async round(target, { editors, audience }) {
          await sleep(1_000)
          const window = await measureWindow(target, [editors, audience], seconds)
          const [toEditors, toViewers] = window.crowds
          frames.add(target.name, (toEditors?.presenceFrames ?? 0) / window.seconds)
          others.add(target.name, toViewers?.framesPerSecond)
          cpu.add(target.name, (window.cpu / window.seconds) * 100)
        },
      },
    )
    return {
      measures: [frames, others, cpu].map(({ made }) => made),
      verdicts: [{ goal: 'presence frames', value: frames.median('anawim'), limit: 0, unit: '/s' }],
      notes: [
        `${viewers} viewers and 2 editors who do nothing for ${seconds} s; counted, so one round. Where viewers are clients of Yjs, each announces itself to all others every 15 s: ${Math.round(viewers ** 2 / 15).toLocaleString('en')} frames a second.`,
        ...failures,
      ],
    }
  },
}
