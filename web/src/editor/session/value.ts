import { useSyncExternalStore } from 'react'

/** One value that changes, outside React: tools and drawing read it sixty times a second without a render. */
export interface Value<T> {
  get: () => T
  /** Listeners are told only when the value is another one. */
  set: (next: T) => void
  subscribe: (listener: () => void) => () => void
}

export function createValue<T>(initial: T): Value<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What follows from a value, in a component that renders again only when that is another: a string, a number, the same object. */
export function useDerived<T, Part>(value: Pick<Value<T>, 'get' | 'subscribe'>, derive: (value: T) => Part): Part {
  return useSyncExternalStore(value.subscribe, () => derive(value.get()))
}

/** The value in a component, which renders again when it changes. */
export function useValue<T>(value: Pick<Value<T>, 'get' | 'subscribe'>): T {
  return useSyncExternalStore(value.subscribe, value.get)
}
