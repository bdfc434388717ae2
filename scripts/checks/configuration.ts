import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationPage } from '../docs/configuration-page.ts'
import type { Check } from './check.ts'

/** Holds that docs/configuration.md says what the code reads from the environment. */
export const configuration: Check = {
  name: 'docs/configuration.md is what the code reads',
  async run(root) {
    const path = join(root, 'docs/configuration.md')
    const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === (await configurationPage(root))
    return isCurrent ? [] : ['It is not current. Run: npm run docs']
  },
}
