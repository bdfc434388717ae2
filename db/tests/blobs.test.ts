/** One contract, which the disk and a bucket both keep. The bucket is a fake in this process: see `s3-fake.ts`. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BucketError, type BlobStore, type StoredBlob } from '../src/blobs/blob-store.ts'
import { createBlobStore } from '../src/blobs/open-blobs.ts'
import { startS3Fake, type S3Fake } from './s3-fake.ts'

let dataDir: string
let fake: S3Fake
const stores: Partial<Record<string, BlobStore>> = {}
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'anawim-blobs-'))
  fake = await startS3Fake()
  stores['the disk'] = await createBlobStore(dataDir)
  stores['a bucket'] = await createBlobStore(dataDir, fake.settings)
})
afterAll(async () => {
  await fake.close()
  await rm(dataDir, { recursive: true })
})

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

async function* inPieces(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces
}

describe.each(['the disk', 'a bucket'])('files on %s', (name) => {
  const blobs = () => stores[name] as BlobStore

  it('come back as they were, replaced ones too, with their size', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251)
    await blobs().write('token/original.webp', Uint8Array.of(1))
    await blobs().write('token/original.webp', bytes)
    expect(new Uint8Array(await blobs().read('token/original.webp'))).toEqual(bytes)
    expect([await blobs().size('token/original.webp'), await blobs().size('token/other.webp')]).toEqual([70_000, null])
  })

  it('come in parts', async () => {
    await blobs().write('part/a.txt', Buffer.from('0123456789'))
    expect(await textOf(await blobs().stream('part/a.txt', { start: 2, end: 4 }))).toBe('234')
    expect(await textOf(await blobs().stream('part/a.txt'))).toBe('0123456789')
    await expect(blobs().stream('part/b.txt')).rejects.toThrow()
  })

  it('are copied from a file on the disk, which stays where it was', async () => {
    const source = join(dataDir, 'arrived')
    await writeFile(source, 'a film')
    await blobs().copy('film/file.mp4', source)
    expect(Buffer.from(await blobs().read('film/file.mp4')).toString()).toBe('a film')
    expect(await readFile(source, 'utf8')).toBe('a film')
  })

  it('are written from pieces', async () => {
    const piece = Buffer.alloc(100_000, 'film')
    const pieces = Array.from({ length: 7 }, () => piece)
    await blobs().writeStream('pieces/film.mp4', inPieces(pieces), 700_000)
    expect(Buffer.from(await blobs().read('pieces/film.mp4'))).toEqual(Buffer.concat(pieces))
    await blobs().writeStream('pieces/film.mp4', inPieces([]), 0)
    expect(await blobs().size('pieces/film.mp4')).toBe(0)
  })

  it('stay as they were when pieces are too few, too many, or break off', async () => {
    await blobs().write('pieces/kept.png', Buffer.from('kept'))
    async function* breakOff() {
      yield Buffer.from('12')
      throw new Error('broke off')
    }
    const whole = Buffer.from('1234')
    async function* goOnLater() {
      yield whole
      await sleep(100)
      yield whole
    }
    const attempts: [AsyncIterable<Buffer>, number, RegExp][] = [
      [inPieces([whole]), 5, /4 of the 5 bytes/],
      [inPieces([whole]), 3, /more than the 3 bytes/],
      [goOnLater(), 4, /more than the 4 bytes/],
      [breakOff(), 4, /broke off/],
    ]
    for (const [bytes, size, message] of attempts) {
      await expect(blobs().writeStream('pieces/kept.png', bytes, size)).rejects.toThrow(message)
    }
    expect(Buffer.from(await blobs().read('pieces/kept.png')).toString()).toBe('kept')
  })

  it('are listed with their sizes, each once', async () => {
    const token = 'abcdefghijklmnopqrst-_'
    const names = ['image-320.webp', 'image.webp', 'poster-x.webp']
    for (const [index, file] of names.entries()) await blobs().write(`${token}/${file}`, Buffer.alloc(index))
    const listed: StoredBlob[] = []
    for await (const blob of blobs().list()) if (blob.path.startsWith(token)) listed.push(blob)
    expect(listed).toEqual(names.map((file, size) => ({ path: `${token}/${file}`, size })))
  })

  it('are gone when they are removed, alone or by the folder, and may be removed again', async () => {
    for (const file of ['a', 'b', 'c', 'd', 'e']) await blobs().write(`gone/${file}.png`, Uint8Array.of(1))
    await blobs().write('gone2/a.png', Uint8Array.of(1))
    for (const _ of [1, 2]) await blobs().remove('gone/a.png')
    await expect(blobs().read('gone/a.png')).rejects.toThrow()
    for (const _ of [1, 2]) await blobs().removeFolder('gone')
    expect(await Promise.all(['gone/b.png', 'gone/e.png', 'gone2/a.png'].map((path) => blobs().size(path)))).toEqual([
      null,
      null,
      1,
    ])
  })

  it('never lie outside of their place', async () => {
    for (const path of [
      '../secret',
      'a/../../secret',
      '/etc/passwd',
      '',
      '.',
      'a/../..',
      'a\0b',
      'a/../b',
      './b',
      'a//b',
    ]) {
      await expect(blobs().write(path, Uint8Array.of(1))).rejects.toThrow(RangeError)
      await expect(blobs().writeStream(path, inPieces([Buffer.of(1)]), 1)).rejects.toThrow(RangeError)
      await expect(blobs().read(path)).rejects.toThrow(RangeError)
    }
  })
})

it('nothing lies beside a file on the disk, and all keys of a bucket begin as they should', async () => {
  expect(await readdir(join(dataDir, 'media/token'))).toEqual(['original.webp'])
  expect(fake.keys().every((key) => key.startsWith('anawim/'))).toBe(true)
})

it('what others keep in the same bucket is not listed', async () => {
  const root = await createBlobStore(dataDir, { ...fake.settings, prefix: '' })
  await root.write('payroll/2026.pdf', Buffer.from('theirs'))
  await root.write('abcdefghijklmnopqrstuv/ours.png', Buffer.from('ours'))
  const paths: string[] = []
  for await (const { path } of root.list()) paths.push(path)
  expect(paths).toEqual(['abcdefghijklmnopqrstuv/ours.png'])
  await root.remove('payroll/2026.pdf')
  await root.remove('abcdefghijklmnopqrstuv/ours.png')
})

it('a bucket that does not answer, or breaks off, is told by its name', async () => {
  const bucket = stores['a bucket'] as BlobStore
  const away = await createBlobStore(dataDir, { ...fake.settings, endpoint: 'http://127.0.0.1:9' })
  const questions = [
    () => away.size('a/b'),
    () => away.stream('a/b'),
    () => away.write('a/b', Buffer.of(1)),
    () => away.writeStream('a/b', inPieces([Buffer.of(1)]), 1),
    () => away.list()[Symbol.asyncIterator]().next(),
  ]
  for (const ask of questions) {
    await expect(ask()).rejects.toThrow(/^The bucket school at 127\.0\.0\.1:9 cannot be used: .*ECONNREFUSED/)
  }
  await bucket.write('film/long.mp4', Buffer.alloc(3_000_000))
  fake.breakAfter = 1_000_000
  await expect(textOf(await bucket.stream('film/long.mp4'))).rejects.toThrow(BucketError)
  fake.breakAfter = null
})
