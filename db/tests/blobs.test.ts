import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBlobStore, type BlobStore } from '../src/blobs.ts'

let dataDir: string
let blobs: BlobStore
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'anawim-blobs-'))
  blobs = createBlobStore(dataDir)
})
afterAll(() => rm(dataDir, { recursive: true }))

test('bytes come back as they were, replaced ones too, and leave nothing beside them', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251)
  await blobs.write('token/original.webp', Uint8Array.of(1))
  await blobs.write('token/original.webp', bytes)
  expect(new Uint8Array(await blobs.read('token/original.webp'))).toEqual(bytes)
  expect(blobs.absolutePath('token/original.webp')).toBe(join(dataDir, 'media/token/original.webp'))
  expect(await readdir(join(dataDir, 'media/token'))).toEqual(['original.webp'])
})

test('what is removed is gone, and may be removed again', async () => {
  await blobs.write('gone/a.png', Uint8Array.of(1))
  await blobs.remove('gone/a.png')
  await blobs.remove('gone/a.png')
  await expect(blobs.read('gone/a.png')).rejects.toThrow(/ENOENT/)
})

test('no path leads out of the media folder', async () => {
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
    expect(() => blobs.absolutePath(path)).toThrow(RangeError)
    await expect(blobs.write(path, Uint8Array.of(1))).rejects.toThrow(RangeError)
  }
})
