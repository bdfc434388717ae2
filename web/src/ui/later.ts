import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

/** Milliseconds until code that did not come is asked for again; doubled each time, up to the longest. */
const RETRY_FIRST = 500
const RETRY_LONGEST = 10_000

/** Those that nobody has asked for in advance yet. */
const parts: (() => Promise<unknown>)[] = []
/** The code of what hands do. */
const codes: (() => Promise<unknown>)[] = []
let isFetching = false
let isScheduled = false

/**
 * A part of a page whose code comes after the page. Without a network it is waited for: a panel that cannot be loaded
 * must not take down the page, with all that was not saved yet.
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  const loadOnce = once(async () => ({ default: await load() }))
  parts.push(loadOnce)
  if (isFetching) fetchNext()
  return lazy(loadOnce)
}

/** Code that is no component and comes after the page: null until it is here. Asking for it makes it come. */
export interface LaterCode<Code> {
  (): Code | null
  whenHere: () => Promise<Code>
}

/** `fetch`: when `fetchParts` makes it come; at once is for what a hand does and would feel late. */
export function laterCode<Code>(load: () => Promise<Code>, fetch: 'atOnce' | 'whenIdle' = 'atOnce'): LaterCode<Code> {
  let code: Code | null = null
  const loadOnce = once(async () => (code = await load()))
  if (fetch === 'whenIdle') {
    parts.push(loadOnce)
    if (isFetching) fetchNext()
  } else {
    codes.push(loadOnce)
    if (isFetching) void loadOnce()
  }
  const here = () => {
    if (code === null) void loadOnce()
    return code
  }
  return Object.assign(here, { whenHere: loadOnce })
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () => {
    loading ??= patiently(load)
    return loading
  }
}

/**
 * Fetches the code of every part that the page may come to need, so that it is there when the network is not. Tools at once,
 * panels one after the other while nothing else is to be done: all together they would be felt by who works already.
 */
export function fetchParts(): void {
  isFetching = true
  for (const load of codes) void load()
  fetchNext()
}

/** And the parts of parts, which are added meanwhile. */
function fetchNext(): void {
  if (isScheduled || parts.length === 0) return
  isScheduled = true
  whenIdle(() => {
    isScheduled = false
    void parts.shift()?.()
    fetchNext()
  })
}

/** Safari has no such thing. */
const whenIdle = (task: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(task, { timeout: 100 }) : setTimeout(task, 50)

async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = RETRY_FIRST; ; wait = Math.min(RETRY_LONGEST, wait * 2)) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
