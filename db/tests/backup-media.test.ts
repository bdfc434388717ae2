/** Uploaded files in backups: from the disk and from a bucket into either, of any size, and while they come and go. */
import { statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backUp, BackupError, createBlobStore, restore, type BlobStore } from '@anawim/db'
import { testDatabase, type TestDatabase } from '@anawim/db/testing'
import { startS3Fake, type S3Fake } from './s3-fake.ts'

const FILM = 'filmfilmfilmfilmfilm-_/file.mp4'
const PICTURE = 'picturepicturepicture_/image.webp'
const OTHER = 'otherotherotherotherot/image.webp'
const LATE = 'aaalatelatelatelatelat/image.webp'
/** More than all buffers on the way together. */
const LARGE = 6_000_000
/** Bytes that may be held at a time. */
const FEW = 1_000_000

let folder: string
let path: string
let fake: S3Fake
const open: { close(): Promise<void> }[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anawim-backup-'))
  path = join(folder, 'school.tar')
  fake = await startS3Fake()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()))
  await fake.close()
  await rm(folder, { recursive: true, force: true })
})

/** Two buckets, by their prefix: one that is backed up, and one that is restored into. */
async function database(place: string, prefix: string): Promise<TestDatabase> {
  const s3 = place === 'a bucket' ? { ...fake.settings, prefix } : null
  const made = await testDatabase({ s3 })
  open.push(made)
  return made
}

/** Every byte says where it stands. */
function filmOf(size: number): Buffer {
  const film = Buffer.alloc(size)
  for (let place = 0; place + 4 <= size; place += 4) film.writeUInt32LE(place, place)
  return film
}

async function filesOf(blobs: BlobStore): Promise<Record<string, number>> {
  const files: Record<string, number> = {}
  for await (const { path: file, size } of blobs.list()) files[file] = size
  return files
}

async function addPerson({ db }: TestDatabase): Promise<void> {
  await db.users.create({ email: 'a@school.example', hashedPassword: 'x', fullName: 'A', role: 'teacher' })
}

const emailsOf = ({ db }: TestDatabase) => db.knex('users').pluck<string[]>('email')

describe.each([
  ['the disk', 'the disk'],
  ['the disk', 'a bucket'],
  ['a bucket', 'the disk'],
  ['a bucket', 'a bucket'],
])('a backup from %s into %s', (source, target) => {
  test('brings back every file, and holds few bytes of a large one at a time', async () => {
    const [from, to] = [await database(source, 'from/'), await database(target, 'to/')]
    const film = filmOf(LARGE)
    await from.db.blobs.write(FILM, film)
    await from.db.blobs.write(PICTURE, Buffer.from('a picture'))
    await from.db.blobs.write(LATE, Buffer.alloc(0))

    const reading = watchReading(from.db.blobs)
    expect(await backUp({ url: from.url, blobs: reading.blobs, path })).toMatchObject({ mediaFiles: 3 })
    expect(reading.bytes()).toBe(LARGE)
    expect(reading.mostHeld()).toBeLessThan(FEW)

    const writing = watchWriting(to.db.blobs)
    expect(await restore({ url: to.url, blobs: writing.blobs, path })).toMatchObject({ mediaFiles: 3 })
    expect(writing.bytes()).toBe(LARGE)
    expect(writing.largestPiece()).toBeLessThan(FEW)
    expect(await filesOf(to.db.blobs)).toEqual({ [LATE]: 0, [FILM]: LARGE, [PICTURE]: 9 })
    expect(Buffer.compare(film, await to.db.blobs.read(FILM))).toBe(0)
  })
})

/** Counts the film's bytes that were read, but are not in the archive's file yet. */
function watchReading(blobs: BlobStore) {
  let bytes = 0
  let mostHeld = 0
  const written = async () => (await stat(`${path}.partial`)).size
  async function* count(pieces: Readable) {
    const before = await written()
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      bytes += piece.length
      mostHeld = Math.max(mostHeld, bytes - ((await written()) - before))
      yield piece
    }
  }
  const watch = (store: Pick<BlobStore, 'stream'>) => async (file: string) => {
    const stream = await store.stream(file)
    return file === FILM ? Readable.from(count(stream)) : stream
  }
  const watched: BlobStore = {
    ...blobs,
    stream: watch(blobs),
    async pin() {
      const pinned = await blobs.pin()
      return pinned && { ...pinned, stream: watch(pinned) }
    },
  }
  return { blobs: watched, bytes: () => bytes, mostHeld: () => mostHeld }
}

/** Counts the film's bytes as they are handed to the store. */
function watchWriting(blobs: BlobStore) {
  let bytes = 0
  let largestPiece = 0
  async function* count(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      bytes += piece.byteLength
      largestPiece = Math.max(largestPiece, piece.byteLength)
      yield piece
    }
  }
  const watched: BlobStore = {
    ...blobs,
    writeStream: (file, pieces, size) => blobs.writeStream(file, file === FILM ? count(pieces) : pieces, size),
  }
  return { blobs: watched, bytes: () => bytes, largestPiece: () => largestPiece }
}

describe('while a bucket is backed up', () => {
  let from: TestDatabase
  let to: TestDatabase
  const make = () => backUp({ url: from.url, blobs: from.db.blobs, path })
  beforeEach(async () => {
    ;[from, to] = [await database('a bucket', 'from/'), await database('the disk', '')]
    await from.db.blobs.write(PICTURE, Buffer.from('a picture'))
    await from.db.blobs.write(FILM, Buffer.from('a film'))
  })

  /** Does something when that file is asked for the first time. */
  function when(file: string, act: () => Promise<void>): void {
    let isDone = false
    fake.before = async (method, key) => {
      if (isDone || method !== 'GET' || key !== `from/${file}`) return
      isDone = true
      await act()
    }
  }

  test('what comes is in it, and what is purged when its turn has come is left out', async () => {
    when(FILM, async () => {
      await from.db.blobs.write(LATE, Buffer.from('late'))
      await from.db.blobs.remove(PICTURE)
    })
    await make()
    await restore({ url: to.url, blobs: to.db.blobs, path })
    expect(await filesOf(to.db.blobs)).toEqual({ [FILM]: 6, [LATE]: 4 })
  })

  test('what comes with its row right before the moment is in it', async () => {
    let looks = 0
    const blobs: BlobStore = {
      ...from.db.blobs,
      async *list() {
        yield* from.db.blobs.list()
        // The second look finds nothing new, and is the last one before the moment.
        if (++looks === 2) await from.db.blobs.write(LATE, Buffer.from('late'))
      },
    }
    await backUp({ url: from.url, blobs, path })
    await restore({ url: to.url, blobs: to.db.blobs, path })
    expect(await to.db.blobs.size(LATE)).toBe(4)
  })

  test('what a row of its moment names is in it, though both are purged right after', async () => {
    when(FILM, async () => {
      await from.db.blobs.write(LATE, Buffer.from('late'))
      await addPerson(from)
      await from.db.knex('users').update({ avatar: `/media/${LATE}` })
    })
    const blobs: BlobStore = {
      ...from.db.blobs,
      async *list() {
        const { rows } = await from.db.knex.raw<{ rows: unknown[] }>(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
        )
        if (rows.length > 0) {
          await from.db.knex('users').update({ avatar: null })
          await from.db.blobs.remove(LATE)
        }
        yield* from.db.blobs.list()
      },
    }
    await backUp({ url: from.url, blobs, path })
    expect(await from.db.blobs.size(LATE)).toBe(null)
    await restore({ url: to.url, blobs: to.db.blobs, path })
    expect(await to.db.knex('users').pluck('avatar')).toEqual([`/media/${LATE}`])
    expect(await to.db.blobs.size(LATE)).toBe(4)
  })

  test('a file that is another when it is read than when it was listed is told by its name', async () => {
    when(FILM, () => from.db.blobs.write(FILM, Buffer.from('a longer film')))
    await expect(make()).rejects.toThrow(
      new BackupError(`${FILM} was changed while it was read. Take the backup once more.`),
    )
    expect(await readdir(folder)).toEqual([])
  })

  test('a bucket that goes away leaves the backup before it as it was', async () => {
    await make()
    const earlier = await readFile(path)
    const url = from.url
    const away = await createBlobStore('', { ...fake.settings, endpoint: 'http://127.0.0.1:9' })
    await expect(backUp({ url, blobs: away, path })).rejects.toThrow(BackupError)
    await expect(backUp({ url, blobs: away, path })).rejects.toThrow(/bucket school at 127\.0\.0\.1:9 .*S3_BUCKET/)
    fake.before = (method, key) => {
      if (method === 'GET' && key === `from/${PICTURE}`) throw new Error('gone')
    }
    await expect(make()).rejects.toThrow(/bucket school .* cannot be used/)
    fake.before = () => {}
    await from.db.blobs.write(FILM, Buffer.alloc(3_000_000))
    fake.breakAfter = 1_000_000
    await expect(make()).rejects.toThrow(/bucket school .* cannot be used/)
    expect(await readFile(path)).toEqual(earlier)
    expect(await readdir(folder)).toEqual(['school.tar'])
  })
})

describe('a restore into a bucket', () => {
  let from: TestDatabase
  let to: TestDatabase
  const bring = (replaces = false) => restore({ url: to.url, blobs: to.db.blobs, path, replaces })
  beforeEach(async () => {
    ;[from, to] = [await database('the disk', ''), await database('a bucket', 'to/')]
    await addPerson(from)
    for (const file of [FILM, LATE, PICTURE]) await from.db.blobs.write(file, Buffer.from('x'))
    await backUp({ url: from.url, blobs: from.db.blobs, path })
    await to.db.blobs.write(OTHER, Buffer.from('other'))
  })

  test('takes away what was there only when it may replace', async () => {
    await bring()
    expect(Object.keys(await filesOf(to.db.blobs))).toEqual([LATE, FILM, OTHER, PICTURE])
    await bring(true)
    expect(Object.keys(await filesOf(to.db.blobs))).toEqual([LATE, FILM, PICTURE])
  })

  test('changes nothing when one file cannot be written', async () => {
    fake.before = (method, key) => {
      if (method === 'PUT' && key === `to/${PICTURE}`) throw new Error('gone')
    }
    await expect(bring()).rejects.toThrow(/bucket school .* cannot be used/)
    expect(await filesOf(to.db.blobs)).toEqual({ [OTHER]: 5 })
    expect(await emailsOf(to)).toEqual([])
  })

  test('leaves the database as it was when the bucket goes away for good, and can be done again', async () => {
    let isAway = false
    fake.before = (method, key) => {
      isAway ||= method === 'PUT' && key === `to/${PICTURE}`
      if (isAway) throw new Error('gone')
    }
    await expect(bring()).rejects.toThrow(BackupError)
    fake.before = () => {}
    expect(await emailsOf(to)).toEqual([])
    await bring()
    expect(await emailsOf(to)).toEqual(await emailsOf(from))
    expect(Object.keys(await filesOf(to.db.blobs))).toEqual([LATE, FILM, OTHER, PICTURE])
  })

  test('is done, and says so, when only the older files could not be removed', async () => {
    fake.before = (method) => {
      if (method === 'DELETE') throw new Error('gone')
    }
    await expect(bring(true)).rejects.toThrow(/^The backup is restored, but not all older files .*bucket school/)
    expect(await emailsOf(to)).toEqual(await emailsOf(from))
    expect(Object.keys(await filesOf(to.db.blobs))).toEqual([LATE, FILM, OTHER, PICTURE])
  })
})

const memory = '/dev/shm'
const memoryDisk = statSync(memory, { throwIfNoEntry: false })?.dev
const isOtherDisk = memoryDisk !== undefined && memoryDisk !== statSync(tmpdir()).dev

test.runIf(isOtherDisk)(
  'a media folder on another disk, where nothing can be pinned, is backed up as well',
  async () => {
    const [from, to] = [await database('the disk', ''), await database('the disk', '')]
    const elsewhere = await mkdtemp(join(memory, 'anawim-media-'))
    await symlink(elsewhere, join(from.dataDir, 'media'))
    await from.db.blobs.write(PICTURE, Buffer.from('a picture'))
    expect(await from.db.blobs.pin()).toBe(null)
    await backUp({ url: from.url, blobs: from.db.blobs, path })
    expect(await readdir(from.dataDir)).toEqual(['media'])
    await restore({ url: to.url, blobs: to.db.blobs, path })
    expect(await filesOf(to.db.blobs)).toEqual({ [PICTURE]: 9 })
    await rm(elsewhere, { recursive: true })
  },
)
