import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { scaled, type Row } from '../row.ts'
import { measureWindow } from '../window.ts'
import { only } from './only.ts'

/** Slower than anything merges: every edit finds the server idle. */
const RATE = 12

/** Two people, one edit: how long until the other sees it? */
export const loneEdit: Row = {
  name: 'lone-edit',
  what: 'A lone edit, editor to editor: p50 and p99',
  async run(context) {
    const seconds = scaled(context, 6, 1)
    const p50 = measure('edit → the other editor, p50', 'ms', 'relay')
    const p99 = measure('edit → the other editor, p99', 'ms', 'relay')
    const failures = await interleave(context, {
      names: ['relay', 'anawim', 'hocuspocus', 'y-websocket', 'tldraw'],
      options: { elements: 10 },
      profile: 'lone-edit',
      async prepare(target, crowd) {
        const [one, other] = [crowd(), crowd()]
        const { editor: door } = only(await target.open(1))
        await one.join({ groups: [{ door, count: 1, editors: 1, sampled: 0, elements: 10 }], atOnce: 1 })
        await other.join({ groups: [{ door, count: 1, editors: 0, sampled: 1, elements: 10 }], atOnce: 1 })
        await one.edit({ rate: RATE })
        return { one, other }
      },
      async round(target, { one, other }) {
        const { crowds } = await measureWindow(target, [one, other], seconds)
        p50.add(target.name, crowds[1]?.seen?.p50)
        p99.add(target.name, crowds[1]?.seen?.p99)
      },
    })
    return {
      measures: [p50.made, p99.made],
      verdicts: [
        { goal: 'p50, relay = 1', value: p50.ratio('anawim'), limit: 1.5, unit: '×' },
        { goal: 'p99, relay = 1', value: p99.ratio('anawim'), limit: 2.5, unit: '×' },
      ],
      notes: [
        `${RATE} edits a second for ${seconds} s a round; the two editors are processes of their own.`,
        'y-websocket is what Yjs costs alone: it applies each update, encodes it and sends it on; nothing is judged, logged or saved.',
        ...failures,
      ],
    }
  },
}
