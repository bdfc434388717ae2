import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inShort } from '../outcome-reporter.ts'
import { root } from '../root.ts'
import { runVitest } from '../run-vitest.ts'
import { counted } from '../testing/counted.ts'

let folder: string

beforeAll(() => {
  mkdirSync(join(root, '.tmp'), { recursive: true })
  folder = mkdtempSync(join(root, '.tmp', 'tests-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

async function outcomeOf(files: Record<string, string>) {
  const config = join(folder, 'vitest.config.ts')
  writeFileSync(config, 'export default { test: { include: ["*.case.ts"] } }')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const outcome = await runVitest(root, ['--root', folder, '--config', config], {}, 'ignore')
  for (const name of Object.keys(files)) rmSync(join(folder, name))
  return outcome
}

test('a test that failed is told with what differed; a file whose preparation failed, or that does not load, counts', async () => {
  const outcome = await outcomeOf({
    'differs.case.ts': `import { expect, test } from 'vitest'
      test('is well', () => {})
      test('differs', () => expect({ a: 1, b: 2 }).toMatchObject({ b: 3 }))`,
    'unprepared.case.ts': `import { beforeAll, test } from 'vitest'
      beforeAll(() => { throw new Error('no database') })
      test('never ran', () => {})`,
    'unloadable.case.ts': `import './nowhere.ts'`,
  })
  expect([outcome.passed, outcome.failed]).toEqual([1, 3])
  const told = outcome.failures.toSorted()
  expect(told[0]).toMatch(/^differs\n {4}AssertionError:[^]*\n {4}- {3}"b": 3,\n {4}\+ {3}"b": 2,/)
  expect(told[1]).toMatch(/^unloadable\.case\.ts\n[^]*nowhere\.ts/)
  expect(told[2]).toMatch(/^unprepared\.case\.ts\n {4}Error: no database/)
})

test('a run without a test has failed', async () => {
  const outcome = await outcomeOf({})
  expect(outcome).toMatchObject({ passed: 0, failed: 1, failures: [/ran 0 tests$/] })
})

test('what failed is told in short: without colours, without the way it took, and not for ever', () => {
  const stack = '\u001B[31mAssertionError: 3 updates are missing\u001B[39m\n    at somewhere.ts:1:2\n\n+ seed 7'
  expect(inShort('nothing is lost', [{ message: '', stack }])).toBe(
    'nothing is lost\n    AssertionError: 3 updates are missing\n    + seed 7',
  )
  expect(inShort('a long story', [{ message: 'word\n'.repeat(30) }])).toBe(
    `a long story\n${'    word\n'.repeat(24)}    … 6 lines more`,
  )
})

test('what came again and again is told once, with how often', () => {
  expect(counted([1006, 4422, 1006, 1006])).toEqual(['1006 × 3', '4422'])
})
