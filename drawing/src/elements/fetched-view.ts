/**
 * Looks whose code is fetched when the first such element is drawn, so that a page of text does not wait for the code of pens.
 * Until it is here they are not drawn, as pictures are not; then who watches is told, and draws again.
 */
import type { ElementKind } from '@anawim/lesson'
import type { ElementView } from './view.ts'

/** Milliseconds until code that did not arrive is asked for again. */
const PATIENCE = 3_000

const fetches: (() => Promise<void>)[] = []
const watchers = new Set<() => void>()

/** Resolves when all looks are here: for who draws once. Rejects when one cannot be had. */
export async function loadLooks(): Promise<void> {
  await Promise.all(fetches.map((fetch) => fetch()))
}

/** Calls back when looks have arrived, and what was drawn without them has to be drawn again. Returns what ends it. */
export function watchLooks(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** What `bring` brings when it is first asked for; null until it is here. */
export function fetchedLooks<Looks>(bring: () => Promise<Looks>): () => Looks | null {
  let looks: Looks | null = null
  let fetching: Promise<void> | null = null
  const fetch = () => {
    fetching ??= bring().then(
      (brought) => {
        looks = brought
        for (const watcher of watchers) watcher()
      },
      (error: unknown) => {
        setTimeout(() => {
          fetching = null
          for (const watcher of watchers) watcher()
        }, PATIENCE)
        throw error
      },
    )
    return fetching
  }
  fetches.push(fetch)
  return () => {
    // Whoever watches is told when it is asked for again.
    if (!looks) fetch().catch(() => undefined)
    return looks
  }
}

/** The looks of a kind, brought when the first such element is drawn. */
export function fetchedView<K extends ElementKind>(bring: () => Promise<ElementView<K>>): ElementView<K> {
  const view = fetchedLooks(bring)
  return {
    draw: (ctx, element, images) => view()?.draw(ctx, element, images),
    height: (element, measure) => view()?.height?.(element, measure) ?? element.height,
    textBox: (element, measure) => view()?.textBox?.(element, measure) ?? null,
    place: (element, find, measure) => view()?.place?.(element, find, measure) ?? element,
    contains: (element, at) => view()?.contains?.(element, at) ?? true,
    touches: (element, at) => view()?.touches?.(element, at) ?? false,
  }
}
