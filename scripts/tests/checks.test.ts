import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { house } from '../checks/house.ts'
import { importsOf } from '../checks/imports.ts'
import { holesIn, rangesIn } from '../checks/lock.ts'
import { sourceFiles } from '../checks/source-files.ts'
import { root } from '../root.ts'
import { runTool } from '../run-command.ts'

const made: string[] = []
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })))

/** A small repository of these files. */
function repository(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'anawim-checks-'))
  made.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('the check of the house', () => {
  test('sees the files and the imports of this repository', () => {
    const files = sourceFiles(root)
    expect(files).toContain('lesson/src/index.ts')
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap((path) => importsOf(root, path)).length).toBeGreaterThan(300)
  })

  test.each([
    ['a type import upwards', 'lesson/src/a.ts', "import type { Database } from '@anawim/db'"],
    ['the document in drawing', 'drawing/src/a.ts', "export { readContent } from '@anawim/lesson/doc'"],
    ['the api in the browser', 'web/src/a.ts', "import { createApi } from '@anawim/api'"],
    ['an import type expression', 'web/src/a.ts', "export type Row = import('@anawim/db').UserRow"],
    ['a path into another folder', 'api/src/a.ts', "import { x } from '../../db/src/x.ts'"],
    ['a dynamic import', 'collab-server/src/a.ts', "export const api = import('@anawim/api')"],
    ['the testing face in code', 'api/src/a.ts', "import { testDatabase } from '@anawim/db/testing'"],
    ['the own face from inside', 'lesson/src/b.ts', "import { judge } from '@anawim/lesson'"],
    ['Yjs in the first face of lesson', 'lesson/src/a.ts', "import * as Y from 'yjs'"],
    ["Konva in the students' page", 'web/src/viewer/A.tsx', "import Konva from 'konva'"],
    ['SQL outside db', 'api/src/a.ts', "import knex from 'knex'"],
    ['two parts of the server together', 'scripts/other.ts', "import '@anawim/api'\nimport '@anawim/jobs'"],
  ])('goes red on %s', async (_, path, text) => {
    const problems = await house.run(repository({ [path]: text }))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(path)
  })

  test('lets through what the table allows', async () => {
    const problems = await house.run(
      repository({
        'web/src/a.ts':
          "import { routes } from '@anawim/api/contract'\nimport { readContent } from '@anawim/lesson/doc'",
        'jobs/src/a.ts': "import { drawPage } from '@anawim/drawing/node'\nimport type { Database } from '@anawim/db'",
        'api/tests/a.test.ts':
          "import { testDatabase } from '@anawim/db/testing'\nimport { launchBrowser } from '../../scripts/browser.ts'",
        'lesson/src/doc/a.ts': "import * as Y from 'yjs'\nimport { makeId } from '../ids.ts'",
        'scripts/start.ts': "import '@anawim/api'\nimport '@anawim/collab-server'\nimport '@anawim/jobs'",
      }),
    )
    expect(problems).toEqual([])
  })

  test('fails loudly on a file that it cannot read', async () => {
    await expect(house.run(repository({ 'lesson/src/a.ts': 'import { from' }))).rejects.toThrow('cannot be parsed')
  })
})

describe('the lint', () => {
  const lintOf = async (files: Record<string, string>) => {
    const folder = repository(files)
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { strict: true, types: [] }, include: ['*.ts'] }),
    )
    const typeAware = { OXLINT_TSGOLINT_PATH: join(root, 'node_modules/.bin/tsgolint') }
    return runTool(root, 'oxlint', ['-f', 'unix'], typeAware, folder)
  }

  test('sees a circle of type imports', async () => {
    const { code, output } = await lintOf({
      'a.ts': "import type { B } from './b.ts'\nexport interface A { b: B }\n",
      'b.ts': "import type { A } from './a.ts'\nexport interface B { a: A }\n",
    })
    expect(output).toContain('no-cycle')
    expect(code).toBe(1)
  })

  test('sees any, a promise that nobody waits for, and a focused test', async () => {
    const { output } = await lintOf({
      'a.ts': 'export const go = async (x: any) => { await x }\nexport const start = () => { go(1) }\n',
      'a.test.ts': "import { test } from 'vitest'\ntest.only('x', () => {})\n",
    })
    expect(output).toContain('no-explicit-any')
    expect(output).toContain('no-floating-promises')
    expect(output).toContain('no-focused-tests')
  })
})

describe('the check of the lock', () => {
  test('refuses ranges', () => {
    expect(
      rangesIn('package.json', { dependencies: { a: '^1.0.0', b: '1.0.0', c: 'latest', d: '1.0.0-beta.2' } }),
    ).toHaveLength(2)
  })

  test('sees a hole, a missing checksum, and takes what an outer folder has', () => {
    const whole = { version: '1.0.0', integrity: 'sha512-x' }
    expect(
      holesIn('package-lock.json', {
        '': { dependencies: { a: '1.0.0' } },
        'node_modules/a': {
          ...whole,
          dependencies: { b: '^1.0.0' },
          peerDependencies: { c: '*' },
          peerDependenciesMeta: { c: { optional: true } },
        },
        'node_modules/a/node_modules/b': { ...whole, dependencies: { a: '1.0.0' } },
      }),
    ).toEqual([])
    const problems = holesIn('package-lock.json', {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '^1.0.0' } },
    })
    expect(problems).toHaveLength(2)
  })
})
