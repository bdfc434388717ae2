/**
 * The service worker, over https only (`start-offline.ts`). Pages and API are always asked of the server first; what is kept stands in only
 * when that cannot be reached, so no code and no answer is older than it must be. Of the API nothing is kept but the lessons that one reads.
 */
import { ExpirationPlugin } from 'workbox-expiration'
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'
import { answerApi } from './answer-api.ts'
import { pageOf } from './page-of.ts'
import type { WorkerScope } from './worker-scope.ts'

/** The files without which no page shows anything, filled in by the build. */
declare const SHELL_FILES: { url: string; revision: string | null }[]

const worker = self as unknown as WorkerScope

precacheAndRoute(SHELL_FILES, { directoryIndex: '', cleanURLs: false })
cleanupOutdatedCaches()
// The names of all others carry a hash, too: what was loaded once is right for ever.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: 'anawim-assets', plugins: [new ExpirationPlugin({ maxEntries: 400 })] }),
)

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (url.pathname.startsWith('/api/')) {
    const answer = answerApi(caches, event)
    if (answer) event.respondWith(answer)
  } else if (url.pathname.startsWith('/media/') && request.destination === 'image') {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request.url)) ?? Response.error()))
  } else if (request.mode === 'navigate' && request.method === 'GET') {
    const page = pageOf(url.pathname)
    if (page) event.respondWith(answerPage(request, page))
  }
})

/** A proxy that is there while the server behind it is not answers with these. */
const AWAY = [502, 503, 504]

async function answerPage(request: Request, page: string): Promise<Response> {
  try {
    const answer = await fetch(request)
    return AWAY.includes(answer.status) ? ((await matchPrecache(page)) ?? answer) : answer
  } catch (error) {
    const kept = await matchPrecache(page)
    if (kept) return kept
    throw error
  }
}

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
// The page asks for it when somebody has chosen to go over to the new version.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})
