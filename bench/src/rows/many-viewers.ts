import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { scaled, type Row } from '../row.ts'
import { measureWindow } from '../window.ts'
import { floorNote } from './floor-note.ts'
import { only } from './only.ts'
import { warmUp, warmUpNote } from './warm-up.ts'

const RATE = 30
const EDITORS = 10
const SAMPLED_VIEWERS = 2

/** One busy lesson before a class: what does it cost to bring one edit to one person? */
export const manyViewers: Row = {
  name: 'many-viewers',
  what: '10 editors × 30 updates/s, 200 viewers: server CPU per delivered update',
  async run(context) {
    const viewers = scaled(context, 200, 5)
    const seconds = scaled(context, 4, 1)
    const cost = measure('server CPU per delivered update', 'µs', 'relay')
    const database = measure('PostgreSQL CPU per delivered update', 'µs')
    const editorFlushes = measure('flushes a second to an editor', '/s')
    const viewerFlushes = measure('flushes a second to a viewer', '/s')
    const editorsSee = measure('edit → another editor, p95', 'ms')
    const viewersSee = measure('edit → viewer, p95', 'ms')
    const arrived = measure('edits that reached a viewer within the window, of those sent', '%')
    const load = measure('CPU of the load generators', '% of a core')

    const failures = await interleave(context, {
      names: ['relay', 'floor', 'anawim', 'hocuspocus', 'y-websocket', 'tldraw'],
      options: { elements: EDITORS },
      profile: 'many-viewers',
      async prepare(target, crowd) {
        const [editors, audience] = [crowd(), crowd()]
        const doors = only(await target.open(1))
        const elements = EDITORS
        await editors.join({
          groups: [{ door: doors.editor, count: EDITORS, editors: EDITORS, sampled: 1, elements }],
          atOnce: 1,
        })
        await audience.join({
          groups: [
            { door: doors.viewer ?? doors.editor, count: viewers, editors: 0, sampled: SAMPLED_VIEWERS, elements },
          ],
          atOnce: 20,
        })
        await warmUp(context, editors, RATE)
        return { editors, audience }
      },
      async round(target, { editors, audience }) {
        await editors.edit({ rate: RATE })
        await sleep(500)
        const window = await measureWindow(target, [editors, audience], seconds)
        await editors.rest()
        const [edited, watched] = window.crowds
        const delivered = (edited?.sent ?? 0) * (EDITORS - 1 + viewers)
        cost.add(target.name, (window.cpu / delivered) * 1e6)
        if (target.databasePid !== null) database.add(target.name, (window.databaseCpu / delivered) * 1e6)
        editorFlushes.add(target.name, edited?.flushesPerSecond)
        viewerFlushes.add(target.name, watched?.flushesPerSecond)
        editorsSee.add(target.name, edited?.seen?.p95)
        viewersSee.add(target.name, watched?.seen?.p95)
        const expected = (edited?.sent ?? 0) * SAMPLED_VIEWERS
        arrived.add(target.name, ((watched?.seen?.count ?? 0) / expected) * 100)
        load.add(target.name, (window.loadCpu / window.seconds) * 100)
        await sleep(300)
      },
    })

    return {
      measures: [cost, database, editorFlushes, viewerFlushes, editorsSee, viewersSee, arrived, load].map(
        ({ made }) => made,
      ),
      verdicts: [
        { goal: 'server CPU per delivered update, relay = 1', value: cost.ratio('anawim'), limit: 0.25, unit: '×' },
        { goal: 'flushes a second to an editor', value: editorFlushes.median('anawim'), limit: 30, unit: '/s' },
        { goal: 'flushes a second to a viewer', value: viewerFlushes.median('anawim'), limit: 10, unit: '/s' },
        { goal: 'edit → viewer, p95', value: viewersSee.median('anawim'), limit: 200, unit: 'ms' },
      ],
      notes: [
        `${EDITORS} editors at ${RATE}/s, ${viewers} viewers, ${seconds} s a round. ${warmUpNote} Delivered = edits × everybody else; what was merged away counts as delivered with what replaced it. Who falls behind (less than all arrived) looks cheaper than it is.`,
        floorNote,
        ...failures,
      ],
    }
  },
}
