/** The browser's Cache Storage as far as lessons are kept in it, in memory: Node has none. Keys stand in the order in which they came. */
import type { LessonCaches } from '../../src/offline/recent-lessons.ts'

const ORIGIN = 'https://school.example'

/** `fetched`: what `add` gets from the network. */
export function browserCaches(fetched: (url: string) => Response = () => new Response('picture')): LessonCaches {
  const all = new Map<string, Map<string, Response>>()
  const urlOf = (request: RequestInfo | URL) =>
    new URL(request instanceof Request ? request.url : String(request), ORIGIN).href

  function cacheOf(held: Map<string, Response>) {
    return {
      keys: async () => [...held.keys()].map((url) => new Request(url)),
      match: async (request: RequestInfo | URL) => held.get(urlOf(request))?.clone(),
      put: async (request: RequestInfo | URL, response: Response) => void held.set(urlOf(request), response),
      delete: async (request: RequestInfo | URL) => held.delete(urlOf(request)),
      add: async (request: RequestInfo | URL) => void held.set(urlOf(request), fetched(urlOf(request))),
    } as Partial<Cache> as Cache
  }
  return {
    has: async (name) => all.has(name),
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    async open(name) {
      const held = all.get(name) ?? new Map<string, Response>()
      all.set(name, held)
      return cacheOf(held)
    },
  }
}
