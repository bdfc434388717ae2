import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { Client } from 'pg'
import { backUp, BackupError, restore, type UserRow } from '@anawim/db'
import { testDatabase, type TestDatabase } from '@anawim/db/testing'
import { newContent } from '@anawim/lesson'
import { connect } from '../src/connect.ts'
import { migrateIn } from '../src/migrate.ts'
import { migrations } from '../src/migrations/index.ts'

let folder: string
let path: string
let from: TestDatabase
let to: TestDatabase
let alice: UserRow

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anawim-backup-'))
  path = join(folder, 'school.tar')
  ;[from, to] = await Promise.all([testDatabase(), testDatabase()])
  alice = await addUser(from, 'alice')
})
afterEach(async () => {
  await Promise.all([from.close(), to.close()])
  await rm(folder, { recursive: true, force: true })
})

const make = () => backUp({ url: from.url, blobs: from.db.blobs, path })
const bring = (replaces = false) => restore({ url: to.url, blobs: to.db.blobs, path, replaces })

async function addUser({ db }: TestDatabase, name: string): Promise<UserRow> {
  const user = await db.users.create({
    email: `${name}@school.example`,
    hashedPassword: 'x',
    fullName: `${name}\tvới\n\\. "dấu"`,
    role: 'teacher',
  })
  if (user === 'email_taken') throw new Error('taken')
  return user
}

/** Lessons with a log, a picture, a session, a member. */
async function fill(): Promise<{ lessonId: number; picture: Buffer }> {
  const { db } = from
  const bob = await addUser(from, 'bob')
  let lessonId = 0
  for (let count = 0; count < 3; count++) {
    lessonId = (await db.lessons.create({ title: `L\t${count}`, authorId: alice.id, content: newContent('p1', '1') }))
      .id
    await db.updates.append([{ lessonId, update: Buffer.from([0, 10, 13, 92, 255, count]), authorId: bob.id }])
  }
  await db.members.put(lessonId, bob.id, 'editor')
  const picture = Buffer.from('not really a picture\n'.repeat(1_000))
  await db.blobs.write('abcdefghijklmnopqrstuv/original.webp', picture)
  await db.sessions.start(alice.id)
  return { lessonId, picture }
}

/** Every table's rows, as text, but for what a backup leaves out. */
async function rowsOf({ db }: TestDatabase): Promise<Record<string, string[]>> {
  const { rows } = await db.knex.raw<{ rows: { name: string }[] }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND relname NOT LIKE 'knex%' AND relname NOT IN ('sessions', 'secrets') ORDER BY 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of rows) {
    const { rows: texts } = await db.knex.raw<{ rows: { text: string }[] }>(`SELECT t::text FROM ${name} t ORDER BY 1`)
    all[name] = texts.map(({ text }) => text)
  }
  return all
}

describe('a backup', () => {
  test('brings back every row of every table, and every file', async () => {
    const { picture } = await fill()
    const wanted = await rowsOf(from)
    const made = await make()
    expect(made.tables.find(({ name }) => name === 'lesson_updates')?.rows).toBe(3)
    expect(made.mediaFiles).toBe(1)
    expect(await bring()).toMatchObject({ tables: made.tables, mediaFiles: 1 })
    expect(await rowsOf(to)).toEqual(wanted)
    expect(await to.db.blobs.read('abcdefghijklmnopqrstuv/original.webp')).toEqual(picture)
  })

  test('holds nothing by which somebody gets in: no session, no secret', async () => {
    await fill()
    await make()
    const [secret] = await from.db.knex('secrets').pluck<string[]>('value')
    expect((await readFile(path)).includes(secret ?? '')).toBe(false)
    await bring()
    expect(await to.db.knex('sessions').pluck('id')).toEqual([])
    expect(await to.db.knex('secrets').pluck('name')).toEqual([])
  })

  test('leaves a database in which new rows get new numbers', async () => {
    const { lessonId } = await fill()
    const [last] = await from.db.updates.append([{ lessonId, update: Buffer.from([0, 0]), authorId: null }])
    await make()
    await bring()
    const created = await to.db.lessons.create({ title: 'New', authorId: alice.id, content: newContent('p1', '1') })
    expect(created.id).toBeGreaterThan(lessonId)
    const [next] = await to.db.updates.append([{ lessonId, update: Buffer.from([0, 0]), authorId: null }])
    expect(BigInt(next ?? 0)).toBeGreaterThan(BigInt(last ?? 0))
  })

  test('of an older version goes through the migrations since', async () => {
    const name = `older_${process.pid}`
    const admin = new Client({ connectionString: inject('anawimCluster') })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${name}`)
    const url = Object.assign(new URL(inject('anawimCluster')), { pathname: `/${name}` }).href
    const older = connect(url, 'test', { poolMax: 1, statementTimeout: 0 })
    await older.transaction((trx) => migrateIn(trx, [migrations[0]?.name ?? '']))
    await older.raw(`INSERT INTO users (email, hashed_password, full_name, role) VALUES ('a@b.c', 'x', 'A', 'teacher')`)
    await older.destroy()
    await backUp({ url, blobs: from.db.blobs, path })
    await bring()
    expect(await to.db.knex('knex_migrations').orderBy('id').pluck('name')).toEqual(migrations.map((one) => one.name))
    expect(await to.db.knex('users').pluck('email')).toEqual(['a@b.c'])
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  })

  test('takes the place of an older file only when it is whole', async () => {
    await make()
    const before = await readFile(path)
    await expect(backUp({ url: from.url, blobs: from.db.blobs, path: join(folder, 'no', 'such') })).rejects.toThrow(
      /no such file or folder/,
    )
    const stopping = AbortSignal.abort()
    await from.db.blobs.write('abcdefghijklmnopqrstuv/original.webp', Buffer.from('x'))
    await expect(backUp({ url: from.url, blobs: from.db.blobs, path, signal: stopping })).rejects.toThrow()
    expect(await readFile(path)).toEqual(before)
    await expect(readFile(`${path}.partial`)).rejects.toThrow('ENOENT')
  })
})

test('a picture that is purged while the backup is made is still in it', async () => {
  await from.db.blobs.write('abcdefghijklmnopqrstuv/original.webp', Buffer.from('x'))
  const pinned = await from.db.blobs.pin()
  if (!pinned) throw new Error('nothing is pinned')
  await from.db.blobs.remove('abcdefghijklmnopqrstuv/original.webp')
  await from.db.blobs.write('zzzdefghijklmnopqrstuv/original.webp', Buffer.from('yy'))
  await pinned.again()
  const files: [string, number][] = []
  for await (const { path: file, size } of pinned.list()) files.push([await textOf(await pinned.stream(file)), size])
  expect(files).toEqual([
    ['x', 1],
    ['yy', 2],
  ])
  await pinned.release()
  expect(await readdir(from.dataDir)).toEqual(['media'])
})

describe('restoring is refused', () => {
  test('into a database that is not empty, unless it may be replaced', async () => {
    await fill()
    await make()
    await addUser(to, 'carol')
    await to.db.blobs.write('oldoldoldoldoldoldoldo/original.webp', Buffer.from('old'))
    const before = await rowsOf(to)
    await expect(bring()).rejects.toThrow(/not empty.*--replace/)
    expect(await rowsOf(to)).toEqual(before)
    await bring(true)
    expect(await rowsOf(to)).toEqual(await rowsOf(from))
    await expect(to.db.blobs.read('oldoldoldoldoldoldoldo/original.webp')).rejects.toThrow('ENOENT')
  })

  test('while a server uses the database', async () => {
    await make()
    const lock = await to.db.locks.holdCollabLock(() => {})
    await expect(bring()).rejects.toThrow(/Stop it first/)
    if (lock !== 'taken') await lock.release()
  })

  test(
    'of what is no backup, of a part of one, and of one in which any byte is another',
    { timeout: 60_000 },
    async () => {
      await fill()
      await make()
      const whole = await readFile(path)
      const [source, target] = [await rowsOf(from), await rowsOf(to)]
      const wrong: Uint8Array[] = [Buffer.from('hello'), Buffer.alloc(0), Buffer.alloc(4_096)]
      for (let share = 1; share < 12; share++) wrong.push(whole.subarray(0, Math.floor((whole.length * share) / 12)))
      for (let place = 0; place < whole.length; place += 1_499) {
        const changed = Buffer.from(whole)
        changed[place] = (changed[place] ?? 0) ^ 0x11
        wrong.push(changed)
      }
      for (const bytes of wrong) {
        await writeFile(path, bytes)
        const said = await bring(true).then(
          () => 'restored',
          (error: unknown) => (error instanceof BackupError ? 'refused' : String(error)),
        )
        // A changed byte between two files of the archive says nothing: then it is restored, whole.
        const rows = await rowsOf(to)
        expect(said === 'restored' ? [source] : [target, source]).toContainEqual(rows)
        expect(['restored', 'refused']).toContain(said)
      }
    },
  )

  test('of a newer version', async () => {
    await from.db.knex('knex_migrations').insert({ name: '9999-future', batch: 9, migration_time: new Date() })
    await make()
    await expect(bring()).rejects.toThrow(/newer version.*9999-future/)
  })

  test('and everything is as before when it fails in the middle', async () => {
    await fill()
    await make()
    await addUser(to, 'carol')
    const before = await rowsOf(to)
    const inTheWay = await open(join(to.dataDir, 'media'), 'w')
    await inTheWay.close()
    await expect(bring(true)).rejects.toThrow()
    expect(await rowsOf(to)).toEqual(before)
  })
})
