import type { Box } from '@anawim/lesson'

/**
 * Boxes of gestures in progress, one's own and the others': drawn instead of what the document says, and never written.
 * Outside React, so that a drag costs no render.
 */
export class Preview {
  #own: ReadonlyMap<string, Box> = new Map()
  #others: ReadonlyMap<string, Box> = new Map()
  readonly #listeners = new Set<() => void>()

  /** One's own hand goes before the others'. */
  get(id: string): Box | undefined {
    return this.#own.get(id) ?? this.#others.get(id)
  }

  /** Everything that moves. */
  all(): ReadonlyMap<string, Box> {
    return this.#others.size === 0 ? this.#own : new Map([...this.#others, ...this.#own])
  }

  isMoving(): boolean {
    return this.#own.size > 0
  }

  setOwn(boxes: ReadonlyMap<string, Box> | null): void {
    this.#own = boxes ?? new Map()
    this.#tell()
  }

  setOthers(boxes: ReadonlyMap<string, Box>): void {
    if (boxes.size === 0 && this.#others.size === 0) return
    this.#others = boxes
    this.#tell()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
