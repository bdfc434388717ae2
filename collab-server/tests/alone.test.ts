import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectEditor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import type { School } from './support/start-collab.ts'
import { until } from './support/until.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** The collab server as a process of its own. */
async function startProcess() {
  const port = await freePort()
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: at.database.url,
    ANAWIM_DATA_DIR: at.database.dataDir,
  }
  const child: ChildProcess = spawn(process.execPath, [main], { env: { ...process.env, ...env }, stdio: 'ignore' })
  at.whenOver(() => void child.kill('SIGKILL'))
  const host = `127.0.0.1:${port}`
  await until(
    'it listens',
    () =>
      fetch(`http://${host}`).then(
        () => true,
        () => false,
      ),
    15_000,
  )
  return { child, server: { host, db: at.db } }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
  return child.exitCode
}

test('started alone it serves editors, and a signal ends it in order', async () => {
  const { child, server } = await startProcess()
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.draw('a')
  await alice.whenSaved()
  expect(await end(child, 'SIGTERM')).toBe(0)
  expect(JSON.stringify((await at.db.lessons.withContent(lessonId))?.content)).toContain('"a"')
  alice.leave()
})

test('killed in the middle of editing, it has everything that was shown as saved', { timeout: 60_000 }, async () => {
  const saved: string[] = []
  for (let round = 0; round < 3; round++) {
    const { child, server } = await startProcess()
    const alice = await connectEditor(server, people.alice, lessonId)
    for (let count = 0; count < 30; count++) {
      const id = alice.draw(`r${round}e${count}`)
      if (count % 10 !== 9) continue
      await alice.whenSaved()
      saved.push(...alice.ids().filter((known) => !saved.includes(known)))
      expect(saved).toContain(id)
    }
    await end(child, 'SIGKILL')
    alice.leave()
  }
  const { child, server } = await startProcess()
  await until('the JSON is right', async () => {
    const text = JSON.stringify((await at.db.lessons.withContent(lessonId))?.content)
    return saved.every((id) => text.includes(`"${id}"`))
  })
  const reader = await connectEditor(server, people.alice, lessonId)
  expect(saved.filter((id) => !reader.ids().includes(id))).toEqual([])
  expect(new Set(reader.ids()).size).toBe(reader.ids().length)
  reader.leave()
  await end(child, 'SIGTERM')
})

test('without a database it says so, and ends with 1', async () => {
  const { DATABASE_URL: _url, ...env } = process.env
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  await once(child, 'exit')
  expect(child.exitCode).toBe(1)
  expect(said).toMatch(/DATABASE_URL is needed/)
})
