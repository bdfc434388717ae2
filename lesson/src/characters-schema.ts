import { z } from 'zod'
import { storable } from './characters.ts'

/** A string of at most `max` UTF-16 units, made storable. */
export function storableString(max: number) {
  return z.string().max(max).overwrite(storable)
}
