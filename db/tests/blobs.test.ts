/** One contract, which the disk and a bucket both keep. The bucket is a fake in this process: see `s3-fake.ts`. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobStore } from '../src/blobs/blob-store.ts'
import { createBlobStore } from '../src/blobs/open-blobs.ts'
import { startS3Fake } from './s3-fake.ts'

let dataDir: string
let fake: Awaited<ReturnType<typeof startS3Fake>>
const stores: Partial<Record<string, BlobStore>> = {}
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'anawim-blobs-'))
  fake = await startS3Fake()
  stores['the disk'] = await createBlobStore(dataDir)
  stores['a bucket'] = await createBlobStore(dataDir, {
    bucket: 'school',
    endpoint: fake.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    prefix: 'anawim/',
  })
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
      await expect(blobs().read(path)).rejects.toThrow(RangeError)
    }
  })
})

it('nothing lies beside a file on the disk, and all keys of a bucket begin as they should', async () => {
  expect(await readdir(join(dataDir, 'media/token'))).toEqual(['original.webp'])
  expect(fake.keys().every((key) => key.startsWith('anawim/'))).toBe(true)
})
