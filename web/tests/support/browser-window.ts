/**
 * A window for code that needs little more than storage, events and frames. Import it before the code: modules look for the
 * window when they load. (jsdom stands in this folder's packages, where vitest's own `jsdom` environment does not look.)
 */
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!doctype html>', { url: 'http://truong.test/', pretendToBeVisual: true })

for (const name of ['window', 'document', 'localStorage', 'navigator', 'StorageEvent'] as const) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
}
for (const name of ['requestAnimationFrame', 'cancelAnimationFrame'] as const) {
  Object.defineProperty(globalThis, name, { value: window[name].bind(window), configurable: true, writable: true })
}
Object.defineProperty(globalThis, 'window', { value: window, configurable: true })
