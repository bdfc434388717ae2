import { useClipboard } from './use-clipboard.ts'

/** Listens to the browser's copy, cut and paste. A component, so that its code can come after the first picture. */
export function Clipboard() {
  useClipboard()
  return null
}
