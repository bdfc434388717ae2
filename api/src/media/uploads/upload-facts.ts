import type { ArrivedFile } from '../keep-file.ts'
import { cleanName } from '../clean-name.ts'

/** Seconds: more is a mistake. */
const LONGEST = 24 * 3_600
/** Pixels. */
const WIDEST = 16_384

/** What the browser that sends a film or a recording says of it, as far as it can be true. */
export function readFacts(
  metadata: Record<string, string | null>,
): Pick<ArrivedFile, 'originalFilename' | 'duration' | 'width' | 'height'> {
  const number = (name: string, most: number): number | null => {
    const value = Number(metadata[name] ?? '')
    return value > 0 && value <= most ? value : null
  }
  const pixels = (name: string) => {
    const value = number(name, WIDEST)
    return Number.isInteger(value) ? value : null
  }
  return {
    originalFilename: cleanName(metadata['filename'] ?? ''),
    duration: number('duration', LONGEST),
    width: pixels('width'),
    height: pixels('height'),
  }
}
