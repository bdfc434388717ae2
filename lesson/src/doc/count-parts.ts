import * as decoding from 'lib0/decoding'

/** Of a smaller update the parts need not be counted: each has two bytes at least. */
const FEW_BYTES = 64 * 1024

/**
 * How many structs, single values and deletions an update (Yjs v1) has, at most `most + 1`: then the rest is not looked at. It is
 * what reading it costs, and what applying it costs; a struct has two bytes at least and a hundred of memory. Found without building
 * anything, so that what is too much is known before it is done. Null: it cannot be read.
 */
export function countParts(update: Uint8Array, most: number): number | null {
  if (update.byteLength <= Math.min(FEW_BYTES, most)) return 0
  const counter = new PartCounter(update, most)
  try {
    counter.countAll()
  } catch {
    if (counter.count <= most) return null
  }
  return counter.count
}

class PartCounter {
  count = 0
  #from: decoding.Decoder
  #most: number

  constructor(update: Uint8Array, most: number) {
    this.#from = decoding.createDecoder(update)
    this.#most = most
  }

  countAll(): void {
    for (let clients = this.#number(); clients > 0; clients--) {
      const structs = this.#number()
      this.#skipNumbers(2)
      for (let left = structs; left > 0; left--) this.#skipStruct()
    }
    for (let clients = this.#number(); clients > 0; clients--) {
      this.#skipNumbers(1)
      for (let left = this.#number(); left > 0; left--) {
        this.#more()
        this.#skipNumbers(2)
      }
    }
  }

  #more(): void {
    if (++this.count > this.#most) throw new RangeError('more than asked for')
  }

  #skipStruct(): void {
    this.#more()
    const info = decoding.readUint8(this.#from)
    const kind = info & 31
    // A stretch that is gone, or left out.
    if (kind === 0 || kind === 10) return this.#skipNumbers(1)
    if (info & 128) this.#skipNumbers(2)
    if (info & 64) this.#skipNumbers(2)
    if ((info & 192) === 0) {
      if (this.#number() === 1) this.#skipBytes()
      else this.#skipNumbers(2)
      if (info & 32) this.#skipBytes()
    }
    this.#skipContent(kind)
  }

  #skipContent(kind: number): void {
    if (kind === 1) return this.#skipNumbers(1)
    // JSON texts: written by very old versions of Yjs only.
    if (kind === 2) for (let left = this.#number(); left > 0; left--) this.#skipCounted()
    else if (kind === 3 || kind === 4 || kind === 5) this.#skipBytes()
    else if (kind === 6) this.#skipTexts(2)
    else if (kind === 7) this.#skipType()
    else if (kind === 8) for (let left = this.#number(); left > 0; left--) this.#skipAny()
    else if (kind === 9) this.#skipSubdocument()
    else throw new RangeError('unknown content')
  }

  #skipType(): void {
    const type = this.#number()
    // Those with a name.
    if (type === 3 || type === 5) this.#skipBytes()
  }

  #skipSubdocument(): void {
    this.#skipBytes()
    this.#skipAny()
  }

  /** A value as lib0 writes it. */
  #skipAny(): void {
    this.#more()
    const kind = decoding.readUint8(this.#from)
    if (kind === 125) decoding.readVarInt(this.#from)
    else if (kind === 124) this.#from.pos += 4
    else if (kind === 123 || kind === 122) this.#from.pos += 8
    else if (kind === 119 || kind === 116) this.#skipBytes()
    else if (kind === 118 || kind === 117) {
      for (let left = this.#number(); left > 0; left--) {
        if (kind === 118) this.#skipBytes()
        this.#skipAny()
      }
    }
  }

  #skipCounted(): void {
    this.#more()
    this.#skipBytes()
  }

  #skipTexts(count: number): void {
    for (let left = count; left > 0; left--) this.#skipBytes()
  }

  #number(): number {
    return decoding.readVarUint(this.#from)
  }

  #skipNumbers(count: number): void {
    for (let left = count; left > 0; left--) this.#number()
  }

  /** A text, or bytes: their length stands before them. */
  #skipBytes(): void {
    const length = this.#number()
    this.#from.pos += length
  }
}
