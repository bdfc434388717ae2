import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { scaled, type Row } from '../row.ts'
import { measureWindow } from '../window.ts'
import { floorNote } from './floor-note.ts'
import { warmUp, warmUpNote } from './warm-up.ts'

const EDITORS = 3
const RATE = 5

/** A whole school edits: what does one inbound update cost? */
export const manyLessons: Row = {
  name: 'many-lessons',
  what: '200 lessons × 3 editors × 5/s: server CPU per inbound update',
  async run(context) {
    const lessons = scaled(context, 200, 3)
    const seconds = scaled(context, 5, 1)
    const cost = measure('server CPU per inbound update', 'µs', 'relay')
    const database = measure('PostgreSQL CPU per inbound update', 'µs')
    const inbound = measure('inbound updates a second', '/s')
    const share = measure('server CPU', '% of a core')
    const late = measure('edits sent late by the generator, p99', 'ms')
    const load = measure('CPU of the load generator', '% of a core')
    const failures = await interleave(context, {
      names: ['relay', 'floor', 'anawim', 'hocuspocus', 'y-websocket', 'tldraw'],
      options: { elements: EDITORS },
      profile: 'many-lessons',
      async prepare(target, crowd) {
        const editors = crowd()
        const doors = await target.open(lessons)
        await editors.join({
          groups: doors.map(({ editor: door }) => ({
            door,
            count: EDITORS,
            editors: EDITORS,
            sampled: 0,
            elements: EDITORS,
          })),
          atOnce: 20,
        })
        await warmUp(context, editors, RATE)
        return editors
      },
      async round(target, editors) {
        await editors.edit({ rate: RATE })
        await sleep(1_000)
        const window = await measureWindow(target, [editors], seconds)
        await editors.rest()
        const { sent = 0, late: lateness } = window.crowds[0] ?? {}
        cost.add(target.name, (window.cpu / sent) * 1e6)
        if (target.databasePid !== null) database.add(target.name, (window.databaseCpu / sent) * 1e6)
        inbound.add(target.name, sent / window.seconds)
        share.add(target.name, (window.cpu / window.seconds) * 100)
        late.add(target.name, lateness?.p99)
        load.add(target.name, (window.loadCpu / window.seconds) * 100)
        await sleep(500)
      },
    })
    return {
      measures: [cost, database, inbound, share, late, load].map(({ made }) => made),
      verdicts: [
        { goal: 'server CPU per inbound update, relay = 1', value: cost.ratio('anawim'), limit: 2, unit: '×' },
      ],
      notes: [
        `${lessons} lessons, ${EDITORS} editors in each at ${RATE}/s, ${seconds} s a round. ${warmUpNote}`,
        floorNote,
        'y-websocket is what Yjs costs alone: it applies each update, encodes it and sends it on; nothing is judged, logged or saved.',
        ...failures,
      ],
    }
  },
}
