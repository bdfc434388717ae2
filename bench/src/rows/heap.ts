import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { heapOf } from '../machine/ask-probe.ts'
import { scaled, type Row } from '../row.ts'
import { only } from './only.ts'

/** What does the server keep for somebody who only looks? */
export const heap: Row = {
  name: 'heap',
  what: 'Heap per idle viewer (stock Socket.IO = 1)',
  async run(context) {
    const viewers = scaled(context, 500, 20)
    const each = measure('heap per idle viewer', 'KB', 'socket.io')
    const failures = await interleave(context, {
      names: ['socket.io', 'anawim'],
      options: { elements: 10 },
      profile: 'heap',
      async prepare(target, crowd) {
        const audience = crowd()
        const doors = only(await target.open(1))
        const { port } = new URL(doors.editor.url)
        const bare = { protocol: 'socket.io' as const, url: `http://127.0.0.1:${port}` }
        const group = {
          door: target.name === 'socket.io' ? bare : (doors.viewer ?? doors.editor),
          editors: 0,
          sampled: 0,
          elements: 10,
        }
        // What the first ones cause to be made is not theirs.
        await audience.join({ groups: [{ ...group, count: 20 }], atOnce: 20 })
        await audience.leave()
        return { audience, group }
      },
      async round(target, { audience, group }) {
        await sleep(2_000)
        const before = await heapOf(target.pid)
        await audience.join({ groups: [{ ...group, count: viewers }], atOnce: 20 })
        await sleep(2_000)
        each.add(target.name, ((await heapOf(target.pid)) - before) / viewers / 1024)
        await audience.leave()
      },
    })
    return {
      measures: [each.made],
      verdicts: [
        { goal: 'heap per idle viewer, stock Socket.IO = 1', value: each.ratio('anawim'), limit: 1.1, unit: '×' },
      ],
      notes: [
        `${viewers} viewers who watch one lesson; heap in use after two full collections, 2 s after the last came. The sockets of the stock server have no handlers.`,
        ...failures,
      ],
    }
  },
}
