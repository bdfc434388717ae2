import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import { createDocState } from '@anawim/lesson/doc'
import { measure } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { lessonContent } from '../lesson-content.ts'
import { scaled, type Row } from '../row.ts'
import type { Target } from '../targets/target.ts'
import { measureWindow } from '../window.ts'
import { only } from './only.ts'

/** Of the teacher who goes on working: dense enough to have a p99 in the second that it takes. */
const RATE = 20

/** The stock server is there for what a viewer's join costs at least. */
const hasEditors = (target: Target) => target.name !== 'socket.io'

/** A class opens a big lesson at the same moment, while a teacher and a colleague edit it. */
export const joining: Row = {
  name: 'joining',
  what: '200 viewers open a 5,000-element lesson at once: CPU and bytes of a join, and the teacher who edits meanwhile',
  async run(context) {
    const viewers = scaled(context, 200, 5)
    const elements = scaled(context, 5_000, 100)
    const quietSeconds = scaled(context, 4, 1)
    const cpu = measure('server CPU per join', 'ms', 'relay')
    const database = measure('PostgreSQL CPU per join', 'ms')
    const all = measure('until all are in', 'ms')
    const bytes = measure('bytes of a join', 'bytes')
    const share = measure('bytes of a join, Yjs v1 state = 1', '×')
    const editorShare = measure("bytes of an editor's join, Yjs v1 state = 1", '×')
    const quiet = measure('edit → co-editing teacher, quiet, p99', 'ms')
    const busy = measure('the same while they join, p99', 'ms')
    const slowdown = measure('p99 while they join, quiet = 1', '×')

    const state = createDocState(lessonContent(elements)).byteLength
    const folder = mkdtempSync(join(tmpdir(), 'anawim-greeting-'))
    const greeting = join(folder, 'greeting')
    const json = Buffer.from(JSON.stringify({ version: 'x', title: 'Lesson 0', content: lessonContent(elements) }))
    writeFileSync(greeting, brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }))

    const failures = await interleave(context, {
      names: ['relay', 'socket.io', 'anawim', 'hocuspocus', 'y-websocket', 'tldraw'],
      options: { elements },
      optionsOf: {
        relay: { elements, env: { BENCH_GREETING: greeting } },
        'socket.io': { elements, env: { BENCH_GREETING: greeting } },
      },
      profile: 'joining',
      async prepare(target, crowd) {
        const [teacher, colleague, audience] = [crowd(), crowd(), crowd()]
        const doors = only(await target.open(1))
        if (hasEditors(target)) {
          const group = { door: doors.editor, count: 1, elements, isFresh: true }
          await teacher.join({ groups: [{ ...group, editors: 1, sampled: 0 }], atOnce: 1 })
          const joined = await colleague.join({ groups: [{ ...group, editors: 0, sampled: 1 }], atOnce: 1 })
          editorShare.add(target.name, joined.bytes / state)
        }
        // What is made once for the first, and code that is compiled for the first class, is not part of a join.
        const door = doors.viewer ?? doors.editor
        for (const count of [1, viewers]) {
          await audience.join({
            groups: [{ door, count, editors: 0, sampled: 0, elements, isFresh: true }],
            atOnce: count,
          })
          await audience.leave()
        }
        return { teacher, colleague, audience, door }
      },
      async round(target, { teacher, colleague, audience, door }) {
        const enter = () =>
          audience.join({
            groups: [{ door, count: viewers, editors: 0, sampled: 0, elements, isFresh: true }],
            atOnce: viewers,
          })
        // First with nobody editing, for what a join costs; then beside the teacher, for what the teacher feels.
        let joined = { bytes: 0, ms: 0 }
        const alone = await measureWindow(target, [], async () => (joined = await enter()))
        await audience.leave()
        cpu.add(target.name, (alone.cpu / viewers) * 1000)
        if (target.databasePid !== null) database.add(target.name, (alone.databaseCpu / viewers) * 1000)
        all.add(target.name, joined.ms)
        bytes.add(target.name, joined.bytes)
        share.add(target.name, joined.bytes / state)
        if (!hasEditors(target)) return

        await teacher.edit({ rate: RATE })
        await sleep(1_000)
        const before = await measureWindow(target, [colleague], quietSeconds)
        const during = await measureWindow(target, [colleague], enter)
        await teacher.rest()
        await audience.leave()
        const quietP99 = before.crowds[0]?.seen?.p99
        const busyP99 = during.crowds[0]?.seen?.p99
        quiet.add(target.name, quietP99)
        busy.add(target.name, busyP99)
        if (quietP99 !== undefined && busyP99 !== undefined) slowdown.add(target.name, busyP99 / quietP99)
        await sleep(500)
      },
    }).finally(() => rmSync(folder, { recursive: true, force: true }))

    return {
      measures: [cpu, database, all, bytes, share, editorShare, quiet, busy, slowdown].map(({ made }) => made),
      verdicts: [
        {
          goal: 'server CPU per join, relay of the same compressed bytes = 1',
          value: cpu.ratio('anawim'),
          limit: 3,
          unit: '×',
        },
        { goal: "bytes of a viewer's join, Yjs v1 state = 1", value: share.median('anawim'), limit: 0.25, unit: '×' },
        {
          goal: "bytes of an editor's join, Yjs v1 state = 1",
          value: editorShare.median('anawim'),
          limit: 0.12,
          unit: '×',
        },
        {
          goal: "the teacher's p99 while they join, quiet p99 = 1",
          value: slowdown.median('anawim'),
          limit: 10,
          unit: '×',
        },
        {
          goal: "the teacher's p99 while they join, on a quiet machine",
          value: busy.median('anawim'),
          limit: 15,
          unit: 'ms',
        },
      ],
      notes: [
        `${viewers} join at once, ${elements} elements, for the second time; the Yjs v1 state has ${state} bytes. A viewer's join is the download of /live with brotli and lesson:watch over Socket.IO; with the others it is an editor's.`,
        'socket.io is the floor of a join like ours: the same bytes over bare HTTP, then a stock Socket.IO that lets everybody in and answers at once, without tokens, access or a database. A goal below it cannot be reached over Socket.IO.',
        `The teacher makes ${RATE} edits a second, a colleague in another process sees them. What a join costs is measured before, with nobody editing.`,
        ...failures,
      ],
    }
  },
}
