/** The least that is taken for a file of each kind: no decoder would play them. */
import sharp from 'sharp'

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const padded = (file: Buffer, size = 2_000): Buffer => Buffer.concat([file, Buffer.alloc(size)])
const ftyp = (brand: string) => bytes([0, 0, 0, 24], 'ftyp', brand, [0, 0, 2, 0], brand, 'isom')
const ogg = (codec: string) => bytes('OggS', [0, 2], '\0'.repeat(20), [1, 19], codec, '\0'.repeat(20))
const ebml = [
  0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0xf7, 0x81, 1, 0x42, 0xf2, 0x81, 4, 0x42, 0xf3, 0x81, 8,
]
const docType = (name: string) => bytes(ebml, [0x42, 0x82, 0x80 + name.length], name, [0x42, 0x87, 0x81, 4])

export const films = {
  'video/mp4': padded(ftyp('isom')),
  'video/webm': padded(docType('webm')),
}
export const recordings = {
  'audio/mp4': padded(ftyp('M4A ')),
  'audio/mpeg': padded(bytes([0xff, 0xfb, 0x90, 0x64])),
  'audio/ogg': padded(ogg('OpusHead')),
  'audio/wav': padded(bytes('RIFF', [0, 8, 0, 0], 'WAVEfmt ', [16, 0, 0, 0, 1, 0, 1, 0])),
}
/** Of the same families, and not ours to keep. */
export const strangers = {
  matroska: padded(docType('matroska')),
  quicktime: padded(ftyp('qt  ')),
  heic: padded(ftyp('heic')),
}

export const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#e11' } })
