/** `npm run docs`: writes the pages of docs/ that are made from code. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationPage } from './docs/configuration-page.ts'
import { root } from './root.ts'

writeFileSync(join(root, 'docs/configuration.md'), await configurationPage(root))
console.log('docs/configuration.md is written')
