import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger } from '@anawim/db'
import { startEmbedded } from '@anawim/db/embedded'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { quantilesOf } from '../load/quantiles.ts'
import { scaled, type Row } from '../row.ts'
import { startPeer } from '../targets/peer.ts'
import { measureWindow } from '../window.ts'

const RATE = 500
/** About what an update of one element has. */
const ROW_BYTES = 40

/** How long until an editor is told that its edit is safe? */
export const saved: Row = {
  name: 'saved',
  what: 'edit → saved at 500 edits/s by 60 editors, against a bare group commit',
  async run(context) {
    const editorCount = scaled(context, 60, 6)
    const lessons = scaled(context, 20, 2)
    const perLesson = Math.round(editorCount / lessons)
    const rate = RATE / 60
    const seconds = scaled(context, 5, 1)
    const p50 = measure('edit → saved, p50', 'ms', 'group commit')
    const p99 = measure('edit → saved, p99', 'ms', 'group commit')
    const load = measure('CPU of the load generator', '% of a core')

    const folder = mkdtempSync(join(tmpdir(), 'anawim-floor-'))
    const postgres = await startEmbedded(folder, createLogger('floor'))
    const floor = await startPeer('insert-loop', { BENCH_DATABASE: postgres.url })
    const measureFloor = () =>
      new Promise<number[]>((resolve) => {
        floor.child.once('message', ({ latencies }: { latencies: number[] }) => resolve(latencies))
        floor.child.send({ rate: rate * editorCount, bytes: ROW_BYTES, seconds })
      })
    try {
      const failures = await interleave(context, {
        names: ['anawim'],
        options: { elements: perLesson },
        profile: 'saved',
        async prepare(target, crowd) {
          const editors = crowd()
          const doors = await target.open(lessons)
          const group = { count: perLesson, editors: perLesson, sampled: perLesson, elements: perLesson }
          await editors.join({ groups: doors.map(({ editor: door }) => ({ ...group, door })), atOnce: 10 })
          return editors
        },
        async round(target, editors) {
          const bare = quantilesOf(await measureFloor())
          p50.add('group commit', bare?.p50)
          p99.add('group commit', bare?.p99)
          await editors.edit({ rate })
          await sleep(500)
          const window = await measureWindow(target, [editors], seconds)
          await editors.rest()
          p50.add(target.name, window.crowds[0]?.saved?.p50)
          p99.add(target.name, window.crowds[0]?.saved?.p99)
          load.add(target.name, (window.loadCpu / window.seconds) * 100)
          await sleep(500)
        },
      })
      return {
        measures: [p50.made, p99.made, load.made],
        verdicts: [
          { goal: 'p50, bare group commit = 1', value: p50.ratio('anawim'), limit: 3, unit: '×' },
          { goal: 'p99, bare group commit = 1', value: p99.ratio('anawim'), limit: 5, unit: '×' },
          { goal: 'p50', value: p50.median('anawim'), limit: 15, unit: 'ms' },
          { goal: 'p99', value: p99.median('anawim'), limit: 250, unit: 'ms' },
        ],
        notes: [
          `${perLesson * lessons} editors in ${lessons} lessons, ${Math.round(rate * editorCount)} edits a second in all. The floor has an embedded PostgreSQL of its own on the same disk: rows of ${ROW_BYTES} bytes, one INSERT at a time for all that wait.`,
          ...failures,
        ],
      }
    } finally {
      floor.child.kill()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
