/** Files that are not what they say, or more than they say: nothing of them is ever run, and none fills the memory. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { person, type Someone } from './people.ts'
import { films, picture, recordings } from './sample-files.ts'

const PAYLOAD = '<script>alert("HOSTILE")</script>'
const text = (content: string) => Buffer.from(content)
const png = await picture(8, 8).png().toBuffer()
const jpeg = await picture(8, 8).jpeg().toBuffer()
const gif = await picture(8, 8).gif().toBuffer()
const webp = await picture(8, 8).webp().toBuffer()

const crcTable = Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
)
const crc = (bytes: Buffer) =>
  (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), -1) ^ -1) >>> 0
function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(Buffer.concat([Buffer.from(type), data])))
  return Buffer.concat([length, Buffer.from(type), data, sum])
}
/** A PNG of so many pixels, all black, in a few kilobytes. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
const withChunk = (type: string, data: Buffer) =>
  Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)])

const svg = (body: string) => text(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`)
const refused: Record<string, Buffer> = {
  'an SVG with a script': svg(PAYLOAD),
  'an SVG with a handler': svg('<g onload="alert(1)"/>'),
  'an SVG with a page in it': svg(
    `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">${PAYLOAD}</body></foreignObject>`,
  ),
  'an SVG that fetches': svg('<image href="http://169.254.169.254/"/>'),
  'an SVG with an entity': text(
    '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
  ),
  'an SVG with a billion laughs': text(
    '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "a"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
  ),
  'an SVG behind a byte order mark': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), svg(PAYLOAD)]),
  'an SVG in UTF-16': Buffer.from(`\ufeff<svg xmlns="http://www.w3.org/2000/svg">${PAYLOAD}</svg>`, 'utf16le'),
  'an SVG behind spaces': Buffer.concat([text(' '.repeat(5_000)), svg(PAYLOAD)]),
  'a packed SVG': gzipSync(svg(PAYLOAD)),
  'a page': text(`<!doctype html>${PAYLOAD}`),
  'a page behind a comment': text(`<!-- x --><html>${PAYLOAD}`),
  'a script': text('alert("HOSTILE")'),
  'a script of a shell': text('#!/bin/sh\nrm -rf /'),
  PHP: text('<?php system($_GET[0]);'),
  'a PDF': text('%PDF-1.7\n1 0 obj<</S/JavaScript>>'),
  PostScript: text('%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run'),
  MVG: text('push graphic-context\nimage over 0,0 0,0 \'https://x/"|ls"\''),
  'an archive': Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]),
  'a packed million of zeros': gzipSync(Buffer.alloc(1_000_000)),
  'a program for Linux': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(200)]),
  'a program for Windows': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
  'a class of Java': Buffer.concat([Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52]), Buffer.alloc(100)]),
  WebAssembly: Buffer.concat([Buffer.from('\0asm\x01\0\0\0'), Buffer.alloc(100)]),
  Flash: Buffer.concat([Buffer.from('CWS\x0a'), Buffer.alloc(100)]),
  'a playlist that fetches': text('#EXTM3U\n#EXT-X-TARGETDURATION:1\nhttp://127.0.0.1/\n'),
  'a Photoshop file': Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(100)]),
  'a TIFF': Buffer.concat([Buffer.from('II*\0\x08\0\0\0'), Buffer.alloc(100)]),
  'an icon': Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0, 16, 16]), Buffer.alloc(100)]),
  zeros: Buffer.alloc(5_000),
  nothing: Buffer.alloc(0),
  'one byte': Buffer.from([0xff]),
}
const broken: Record<string, Buffer> = {
  'a picture of 20,000 × 20,000 pixels': bomb(20_000, 20_000),
  'a picture of 60,000 × 60,000 pixels': bomb(60_000, 60_000),
  'a picture of 1 × 2,000,000,000 pixels': bomb(1, 2_000_000_000),
  'a picture of no pixels': bomb(0, 0),
  'half a PNG': png.subarray(0, png.length / 2),
  'half a JPEG': jpeg.subarray(0, jpeg.length / 2),
  'half a WebP': webp.subarray(0, 20),
  'the head of a GIF, and a script': text(`GIF89a/*${PAYLOAD}*/=1;`),
  'the head of a PNG, and a script': Buffer.concat([png.subarray(0, 16), text(PAYLOAD)]),
  'the head of a JPEG, and a script': Buffer.concat([jpeg.subarray(0, 20), text(PAYLOAD)]),
}
const harmless: Record<string, Buffer> = {
  'a PNG with a page behind its end': Buffer.concat([png, text(`<html>${PAYLOAD}`)]),
  'a PNG with an archive behind its end': Buffer.concat([png, Buffer.from('PK\x03\x04HOSTILE')]),
  'a PNG with a script in a comment': withChunk('tEXt', text(`Comment\0${PAYLOAD}`)),
  'a PNG with a script in packed text': withChunk('zTXt', Buffer.concat([text('a\0\0'), deflateSync(text(PAYLOAD))])),
  'a PNG with a profile that is none': withChunk('iCCP', Buffer.concat([text('a\0\0'), deflateSync(text(PAYLOAD))])),
  'a PNG with a chunk of its own': withChunk('hoSt', text(PAYLOAD)),
  'a JPEG with a page behind its end': Buffer.concat([jpeg, text(PAYLOAD)]),
  'a JPEG with a comment': Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, 35]),
    text(PAYLOAD),
    jpeg.subarray(2),
  ]),
  'a GIF with a page behind its end': Buffer.concat([gif, text(PAYLOAD)]),
  'a WebP with a page behind its end': Buffer.concat([webp, text(PAYLOAD)]),
}
/** Kept as they are, for they cannot be made anew: then they are films and recordings, to every browser. */
const played: Record<string, Buffer> = {
  'a film with a page behind it': Buffer.concat([films['video/mp4'], text(PAYLOAD)]),
  'WebM with a page behind it': Buffer.concat([films['video/webm'], text(PAYLOAD)]),
  'a recording with a page behind it': Buffer.concat([recordings['audio/mpeg'], text(PAYLOAD)]),
}
const names = [
  '../../../etc/passwd',
  '..\\..\\windows\\system32\\a.png',
  '/etc/passwd',
  'C:\\a.png',
  'a\u2028b.png',
  'a\r\nSet-Cookie: x=1.png',
  '\u202Egnp.exe',
  '<img src=x onerror=alert(1)>.png',
  `'; DROP TABLE media_assets; --.png`,
  '.htaccess',
  'CON',
  `${'a'.repeat(5_000)}.png`,
]

let api: ApiServer
let lan: Someone
beforeAll(async () => {
  api = await startApi()
  lan = await person(api, 'teacher')
})
afterAll(() => api.close())

async function upload(bytes: Uint8Array, name = 'photo.png') {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name)
  return lan.call('uploadMedia', { form })
}

describe('a hostile file', () => {
  it('comes in sixty forms and more', () => {
    const all = [refused, broken, harmless, played].map((files) => Object.keys(files).length)
    expect(all.reduce((sum, count) => sum + count, names.length)).toBeGreaterThanOrEqual(60)
  })

  it.each(Object.entries(refused))('is refused: %s', async (_what, bytes) => {
    const { status, error } = await upload(bytes)
    expect([status, error.code]).toEqual([415, 'unsupported_media_type'])
  })

  it.each(Object.entries(broken))('is refused, and fills no memory: %s', async (_what, bytes) => {
    const before = process.memoryUsage().rss
    const { status } = await upload(bytes)
    expect([415, 422]).toContain(status)
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  it.each(Object.entries(harmless))('loses what made it so: %s', async (_what, bytes) => {
    const { answer } = await upload(bytes)
    expect(answer.mime_type).toBe('image/webp')
    expect(await (await api.fetch(answer.url)).text()).not.toContain('HOSTILE')
  })

  it.each(Object.entries(played))('is nothing but played: %s', async (_what, bytes) => {
    const { answer } = await upload(bytes, 'page.html')
    const { headers } = await api.fetch(answer.url)
    expect(headers.get('content-type')).toMatch(/^(video|audio)\//)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it.each(names)('goes nowhere by its name: %j', async (name) => {
    const { answer } = await upload(png, name)
    expect(answer.url).toMatch(/^\/media\/[\w-]{22}\/image\.webp$/)
    expect(answer.original_filename).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
    expect(answer.original_filename.length).toBeLessThanOrEqual(200)
  })

  it('leaves nothing but what was taken', async () => {
    const folders = await readdir(join(api.dataDir, 'media'))
    expect(folders.filter((name) => !/^[\w-]{22}$/.test(name))).toEqual([])
    expect(folders.length).toBe(Object.keys(harmless).length + Object.keys(played).length + names.length)
  })
})
