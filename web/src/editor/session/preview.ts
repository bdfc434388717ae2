import type { Box, Crop } from '@anawim/lesson'

/**
 * Gestures in progress, one's own and the others': drawn instead of what the document says, and never written.
 * Outside React, so that a drag costs no render.
 */
/** What others' hands have now. */
export interface OthersGestures {
  boxes: ReadonlyMap<string, Box>
  /** What the frames among the boxes show of their pictures. */
  crops: ReadonlyMap<string, Crop>
  /** What their erasers have gone over. */
  faded: ReadonlySet<string>
}

const nothing: OthersGestures = { boxes: new Map(), crops: new Map(), faded: new Set() }

export class Preview {
  #own: ReadonlyMap<string, Box> = new Map()
  #others = nothing
  readonly #listeners = new Set<() => void>()

  /** One's own hand goes before the others'. */
  get(id: string): Box | undefined {
    return this.#own.get(id) ?? this.#others.boxes.get(id)
  }

  /** What another's frame shows of a picture that they are cropping. */
  crop(id: string): Crop | undefined {
    return this.#own.has(id) ? undefined : this.#others.crops.get(id)
  }

  /** What others' erasers have gone over. */
  faded(): ReadonlySet<string> {
    return this.#others.faded
  }

  /** Everything that moves. */
  all(): ReadonlyMap<string, Box> {
    return this.#others.boxes.size === 0 ? this.#own : new Map([...this.#others.boxes, ...this.#own])
  }

  isMoving(): boolean {
    return this.#own.size > 0
  }

  setOwn(boxes: ReadonlyMap<string, Box> | null): void {
    this.#own = boxes ?? new Map()
    this.#tell()
  }

  setOthers(gestures: OthersGestures): void {
    if (isNothing(gestures) && isNothing(this.#others)) return
    this.#others = gestures
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

function isNothing({ boxes, faded }: OthersGestures): boolean {
  return boxes.size === 0 && faded.size === 0
}
