/**
 * Backup, restore, compare: the real commands on the real product, while people edit. ANAWIM_LESSONS says how many lessons; ANAWIM_SEED
 * repeats a run.
 */
import type { LessonContent } from '@anawim/lesson'
import { readContent } from '@anawim/lesson/doc'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../root.ts'
import { logIn, type ApiClient } from '../../testing/api-client.ts'
import { startProduct, type Product } from '../../testing/product.ts'
import { openEditor } from '../../testing/recording-editor.ts'
import { rememberEdits } from '../../testing/remembered-edits.ts'
import { seededRandom } from '../../testing/seeded-random.ts'

const count = Number(process.env['ANAWIM_LESSONS'] ?? 5)
const seed = Number(process.env['ANAWIM_SEED'] ?? Date.now() % 1_000_000)
/** Lessons that somebody edits while the backup is made. */
const LIVE = 5

let folder: string
let first: Product
let second: Product | undefined
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anawim-backup-'))
  first = await startProduct({ web: false })
})
afterAll(async () => {
  await Promise.all([first.stop(), second?.stop()])
  rmSync(folder, { recursive: true, force: true })
})

type Command = 'backup' | 'restore'

const run = (command: Command, dataDir: string, ...args: string[]) => runWith({}, command, dataDir, ...args)

/** One of our commands on a data folder, as a person runs it. */
function runWith(settings: Record<string, string>, command: Command, dataDir: string, ...args: string[]) {
  return new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    const { DATABASE_URL: _url, ...env } = process.env
    const child = spawn(process.execPath, [join(root, `scripts/${command}.ts`), ...args], {
      env: { ...env, ...settings, ANAWIM_DATA_DIR: dataDir, INIT_CWD: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said }))
  })
}

async function makeLessons(client: ApiClient) {
  const lessons: { id: number; pageId: string }[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await client.ask<{ id: number }>('POST', '/api/lessons/', { title: `Bài ${index}` })
    const { content } = await client.ask<{ content: LessonContent }>('GET', `/api/lessons/${id}`)
    lessons.push({ id, pageId: content.pages[0]?.id ?? '' })
  }
  return lessons
}

/** All lessons as the API tells them, by their id. */
async function tellAll(client: ApiClient, ids: number[]): Promise<Map<number, unknown>> {
  const told = new Map<number, unknown>()
  for (const id of ids) {
    const { thumbnail: _drawnLater, ...lesson } = await client.ask<Record<string, unknown>>('GET', `/api/lessons/${id}`)
    told.set(id, lesson)
  }
  return told
}

test(
  `${count} lessons, backed up while ${LIVE} of them are edited, come back as they were (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    const client = await logIn(first)
    const lessons = await makeLessons(client)
    const failures: string[] = []
    const times: number[] = []

    // While people edit: all that was saved before it began is in it, and every lesson is of one moment.
    const live = await Promise.all(
      lessons.slice(0, LIVE).map(async ({ id, pageId }) => {
        const editor = await openEditor(client, id)
        return { id, editor, edits: rememberEdits(editor, `b${id}`, pageId) }
      }),
    )
    let isDone = false
    const editing = (async () => {
      while (!isDone) {
        for (const { edits } of live) if (random() < 0.7) edits.edit(random)
        await sleep(random() * 12)
      }
    })()
    await sleep(500)
    const savedBefore = live.map(({ editor }) => editor.savedClock())
    const startedAt = performance.now()
    const busy = await run('backup', first.dataDir, 'busy.tar')
    times.push(performance.now() - startedAt)
    expect(busy).toMatchObject({ code: 0, said: expect.stringContaining(`${count} lessons`) })
    expect((await run('restore', first.dataDir, 'busy.tar', '--replace')).said).toMatch(/already running/)
    const dataDir = join(folder, 'data')
    const restored = await run('restore', dataDir, 'busy.tar')
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining(`${count} lessons`) })
    second = await startProduct({ web: false, dataDir })
    let there = await logIn(second)
    for (const [index, { id, editor }] of live.entries()) {
      const copy = await openEditor(there, id)
      const kept = copy.doc.store.clients.get(editor.doc.clientID)?.at(-1)
      const clock = kept ? kept.id.clock + kept.length : 0
      if (clock < (savedBefore[index] ?? 0)) failures.push(`lesson ${id}: ${clock} of ${savedBefore[index]}`)
      if (copy.doc.store.pendingStructs) failures.push(`lesson ${id} is of no moment`)
      copy.destroy()
    }
    isDone = true
    await editing

    // At rest: everything is equal.
    for (const { editor } of live) {
      await expect.poll(() => editor.savedClock(), { timeout: 10_000 }).toBe(editor.clock())
    }
    const wanted = new Map(live.map(({ id, editor }) => [id, readContent(editor.doc)]))
    for (const { editor } of live) editor.destroy()
    const lessonOf = (id: number) => client.ask<{ content: LessonContent }>('GET', `/api/lessons/${id}`)
    for (const [id, content] of wanted) {
      await expect.poll(async () => (await lessonOf(id)).content, { timeout: 10_000 }).toEqual(content)
    }
    const ids = lessons.map(({ id }) => id)
    const before = await tellAll(client, ids)
    expect(await run('backup', first.dataDir, 'quiet.tar')).toMatchObject({ code: 0 })
    await second.end()
    expect((await run('restore', dataDir, 'quiet.tar')).said).toMatch(/not empty/)
    expect(await run('restore', dataDir, 'quiet.tar', '--replace')).toMatchObject({ code: 0 })
    // Nothing runs there now: the command brings the database up by itself.
    expect(await run('backup', dataDir, 'again.tar')).toMatchObject({ code: 0 })
    await second.restart()
    there = await logIn(second)
    const after = await tellAll(there, ids)
    for (const id of ids) {
      if (JSON.stringify(after.get(id)) !== JSON.stringify(before.get(id))) failures.push(`lesson ${id} is not equal`)
    }
    // It is not only readable: one can go on in it.
    const again = await openEditor(there, ids[0] ?? 0)
    rememberEdits(again, 'again', lessons[0]?.pageId ?? '').edit(() => 0.1)
    await expect.poll(() => again.savedClock(), { timeout: 10_000 }).toBe(again.clock())
    again.destroy()

    const p = Math.round(times[0] ?? 0)
    const what = 'backup, restore, compare: milliseconds of a backup while people edit'
    console.log(JSON.stringify({ what, trials: count, failures: failures.length, p50: p, p99: p }))
    expect(failures).toEqual([])
  },
  120_000 + count * 1_000,
)

test('a bucket that is away is told in one message, and leaves nothing half', async () => {
  const bucket = {
    S3_BUCKET: 'school',
    S3_ENDPOINT: 'http://127.0.0.1:9',
    S3_ACCESS_KEY_ID: 'a',
    S3_SECRET_ACCESS_KEY: 'b',
  }
  const told = { code: 1, said: expect.stringMatching(/^\s*The bucket school at 127\.0\.0\.1:9 .*S3_BUCKET.*\s*$/) }
  expect(await runWith(bucket, 'backup', first.dataDir, 'away.tar')).toEqual(told)
  expect(readdirSync(folder).filter((name) => name.startsWith('away'))).toEqual([])
  expect(await run('backup', first.dataDir, 'there.tar')).toMatchObject({ code: 0 })
  const dataDir = join(folder, 'other')
  expect(await runWith(bucket, 'restore', dataDir, 'there.tar')).toEqual(told)
  expect(await run('restore', dataDir, 'there.tar')).toMatchObject({ code: 0 })
})
