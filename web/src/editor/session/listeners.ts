/** Listeners by key, so that one element's change wakes only those who show that element. */
export class Listeners {
  readonly #byKey = new Map<string, Set<() => void>>()

  add(key: string, listener: () => void): () => void {
    const set = this.#byKey.get(key) ?? new Set()
    this.#byKey.set(key, set.add(listener))
    return () => {
      set.delete(listener)
      if (set.size === 0 && this.#byKey.get(key) === set) this.#byKey.delete(key)
    }
  }

  tell(key: string): void {
    for (const listener of this.#byKey.get(key) ?? []) listener()
  }
}
