import { expect, test } from 'vitest'
import { formatBytes } from '../../src/media/format-bytes.ts'
import { acceptOf, mediaTypeOf } from '../../src/media/media-type.ts'

test('files are known by their type or by their name', () => {
  const type = (name: string, mime = '') => mediaTypeOf({ name, type: mime })
  expect([type('a.PNG'), type('', 'image/png'), type('b.webm'), type('c.m4a', 'audio/x-m4a')]).toEqual([
    'image',
    'image',
    'video',
    'audio',
  ])
  expect([type('bai.svg', 'image/svg+xml'), type('bai.docx'), type('phim.avi', 'video/x-msvideo')]).toEqual([
    null,
    null,
    null,
  ])
  expect(acceptOf(['video'])).toBe('.mp4,.m4v,.webm')
})

test('sizes are told as people say them', () => {
  expect([
    formatBytes(640 * 1024, 'vi'),
    formatBytes(4.5 * 1024 * 1024, 'vi'),
    formatBytes(20 * 1024 * 1024, 'en'),
  ]).toEqual(['640 KB', '4,5 MB', '20 MB'])
})
