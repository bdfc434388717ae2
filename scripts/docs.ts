/** `npm run docs`: writes the pages of docs/ that are made from code. `npm run docs -- screenshots`: takes the pictures of the product. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationPage } from './docs/configuration-page.ts'
import { takeScreenshots } from './docs/screenshots.ts'
import { root } from './root.ts'

if (process.argv.includes('screenshots')) {
  await takeScreenshots(root, join(root, 'docs/screenshots'))
  console.log('docs/screenshots are taken')
} else {
  writeFileSync(join(root, 'docs/configuration.md'), await configurationPage(root))
  console.log('docs/configuration.md is written')
}
