import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'
import { fallbackFaces, fontFaces } from '../fonts/font-files.ts'

const { resolve } = createRequire(import.meta.url)
let isRegistered = false

/** Makes the shipped fonts known to the Node canvas. Throws when a file is missing. May be called again. */
export function registerFonts(): void {
  if (isRegistered) return
  for (const { file, family } of [...fontFaces, ...fallbackFaces]) {
    if (GlobalFonts.registerFromPath(resolve(file), family) === null) throw new Error(`cannot read the font ${file}`)
  }
  isRegistered = true
}
