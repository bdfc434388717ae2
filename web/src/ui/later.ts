import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

/** Milliseconds until code that did not come is asked for again; doubled each time, up to the longest. */
const RETRY_FIRST = 500
const RETRY_LONGEST = 10_000

const parts: (() => Promise<unknown>)[] = []
let areWanted = false

/**
 * A part of a page whose code comes after the page. Without a network it is waited for: a panel that cannot be loaded
 * must not take down the page, with all that was not saved yet.
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(part(async () => ({ default: await load() })))
}

/** Code that is no component and comes after the page: null until it is here. Asking for it makes it come. */
export interface LaterCode<Code> {
  (): Code | null
  whenHere: () => Promise<unknown>
}

export function laterCode<Code>(load: () => Promise<Code>): LaterCode<Code> {
  let code: Code | null = null
  const loadOnce = part(async () => {
    code = await load()
  })
  const here = () => {
    if (code === null) void loadOnce()
    return code
  }
  return Object.assign(here, { whenHere: loadOnce })
}

function part<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  const loadOnce = () => {
    loading ??= patiently(load)
    return loading
  }
  parts.push(loadOnce)
  // A part of a part.
  if (areWanted) void loadOnce()
  return loadOnce
}

/** Fetches the code of every part that the page may come to need, so that it is there when the network is not. */
export function fetchParts(): void {
  areWanted = true
  for (const load of parts) void load()
}

async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = RETRY_FIRST; ; wait = Math.min(RETRY_LONGEST, wait * 2)) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
