import { posix } from 'node:path'
import type { Check } from './check.ts'
import { compositionRoot, forbiddenPackages, houseTable, serverParts, testsMay } from './house-table.ts'
import { importsOf, type Import } from './imports.ts'
import { sourceFiles } from './source-files.ts'

/** Holds the table of the house: arrows point down only, and between folders only through a package's face. */
export const house: Check = {
  name: 'The house: each folder imports only what its row of the table allows',
  async run(root) {
    return sourceFiles(root).flatMap((path) => violationsOf(path, importsOf(root, path)))
  },
}

/** What is wrong with these imports of the file at `path`, one sentence each. */
export function violationsOf(path: string, imports: Import[]): string[] {
  const folder = path.split('/')[0] ?? ''
  const isTest = path.startsWith(`${folder}/tests/`)
  const found: string[] = []
  for (const { specifier, line } of imports) {
    const why = reasonAgainst(path, folder, isTest, specifier)
    if (why) found.push(`${path}:${line} imports '${specifier}': ${why}`)
  }
  const parts = new Set(
    imports.map(({ specifier }) => specifier).filter((name) => serverParts.some((part) => part === name)),
  )
  if (parts.size > 1 && path !== compositionRoot) {
    found.push(
      `${path} imports ${[...parts].join(' and ')} together: only ${compositionRoot} brings the parts of the server together.`,
    )
  }
  return found
}

function reasonAgainst(path: string, folder: string, isTest: boolean, specifier: string): string | undefined {
  const rule = houseTable[folder]
  if (!rule) return undefined
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier)
    if (target.startsWith(`${folder}/`)) return undefined
    if ((isTest || folder === 'bench') && target.startsWith('scripts/')) return undefined
    return 'other folders are imported by the name of their package, never by path (tests and bench may import from scripts/).'
  }
  for (const { in: where, packages, why } of forbiddenPackages) {
    if (!isTest && where.test(path) && packages.test(specifier)) return why
  }
  if (!specifier.startsWith('@anawim/')) return undefined
  if (rule.may.includes(specifier)) return undefined
  if (specifier === `@anawim/${folder}` || specifier.startsWith(`@anawim/${folder}/`)) {
    return isTest ? undefined : 'inside a folder import the file itself, by relative path; the face is for others.'
  }
  if (isTest && testsMay.some((name) => name === specifier)) return undefined
  return rule.why
}
