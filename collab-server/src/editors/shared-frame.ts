/** One frame of what several clients show, for everybody; but nobody is shown what is their own. */
export class SharedFrame {
  #pieces: ReadonlyMap<number, Uint8Array>
  #make: (pieces: readonly Uint8Array[]) => Buffer
  #whole: Buffer | null = null

  /** `pieces` by client id; `make` puts them into a frame. */
  constructor(pieces: ReadonlyMap<number, Uint8Array>, make: (pieces: readonly Uint8Array[]) => Buffer) {
    this.#pieces = pieces
    this.#make = make
  }

  /** Null: there is nothing for this client. */
  for(clientId: number | null): Buffer | null {
    const hasOwn = clientId !== null && this.#pieces.has(clientId)
    if (this.#pieces.size === (hasOwn ? 1 : 0)) return null
    if (hasOwn) return this.#make([...this.#pieces].flatMap(([id, piece]) => (id === clientId ? [] : [piece])))
    this.#whole ??= this.#make([...this.#pieces.values()])
    return this.#whole
  }
}
