/** Makes the app installable and readable offline: registers the service worker, and tells when there is a newer version. */
import { isSharedDevice, onSharedDevice } from '../journal/shared-device.ts'
import { forgetLessons } from './recent-lessons.ts'
import { tellNewVersion } from './tell-new-version.tsx'

/** How often a page that stays open asks whether there is a newer version, in ms. */
const ASK_EVERY = 60 * 60_000

/** To be called over https only: anywhere else there is no service worker. */
export async function startOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  onSharedDevice(() => void (isSharedDevice() ? leave() : register()))
  await (isSharedDevice() ? leave() : register())
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
  const tell = () => {
    const { waiting } = registration
    // The first one takes over nothing: there is no older version.
    if (waiting && navigator.serviceWorker.controller) tellNewVersion(() => takeOver(waiting))
  }
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell)
  })
  tell()
  setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY)
}

function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over')
}

/** A device of many keeps nothing. */
async function leave(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  await forgetLessons(caches)
}
