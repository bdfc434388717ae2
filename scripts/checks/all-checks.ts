import { bundles } from './bundles.ts'
import type { Check } from './check.ts'
import { configuration } from './configuration.ts'
import { fileLength } from './file-length.ts'
import { house } from './house.ts'
import { language } from './language.ts'
import { lock } from './lock.ts'
import { format, lint, types } from './tools.ts'

/** Every check of `npm run check`, the quickest first. */
export const allChecks: readonly Check[] = [
  lock,
  house,
  fileLength,
  language,
  configuration,
  format,
  lint,
  types,
  bundles,
]
