import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { createClient } from '../load/create-client.ts'
import type { Client } from '../load/client.ts'
import { scaled, type Row } from '../row.ts'
import { only } from './only.ts'

/** What travels to another editor for each step of a drag? */
export const dragFrame: Row = {
  name: 'drag-frame',
  what: 'A remote drag frame on the wire',
  async run(context) {
    const steps = scaled(context, 40, 5)
    const size = measure('bytes of one frame, its WebSocket header included', 'bytes')
    const failures = await interleave(
      { ...context, rounds: 1 },
      {
        names: ['anawim', 'hocuspocus', 'y-websocket', 'tldraw'],
        options: { elements: 2 },
        profile: 'drag-frame',
        async prepare(target) {
          const { editor: door } = only(await target.open(1))
          const come = async (element: string): Promise<Client> => {
            const client = createClient({
              door,
              element,
              elements: 2,
              isEditor: true,
              isSampled: true,
              isFresh: false,
              events: { seen: () => {}, saved: () => {} },
            })
            await client.join()
            return client
          }
          return { dragging: await come('e0'), watching: await come('e1') }
        },
        async round(target, { dragging, watching }) {
          // Ours shows a drag beside the document; with the others every step is written into it.
          const step = target.name === 'anawim' ? dragging.drag : dragging.edit
          // Who has shown a motion is sent those of others.
          if (target.name === 'anawim') watching.drag(1)
          step.call(dragging, 1)
          await sleep(300)
          const before = watching.received()
          for (let number = 2; number < steps + 2; number++) {
            step.call(dragging, number)
            await sleep(50)
          }
          await sleep(300)
          const after = watching.received()
          size.add(target.name, (after.bytes - before.bytes) / (after.frames - before.frames))
          dragging.leave()
          watching.leave()
        },
      },
    )
    return {
      measures: [size.made],
      verdicts: [{ goal: 'bytes of a drag frame', value: size.median('anawim'), limit: 40, unit: 'bytes' }],
      notes: [`One editor drags one rectangle, ${steps} steps of 50 ms; counted, so one round.`, ...failures],
    }
  },
}
