import { expect, test } from 'vitest'
import { benchmarksPage } from '../src/report/benchmarks-page.ts'
import { runRow } from '../src/run-row.ts'

test('a row that cannot run says why, and has no figures', async () => {
  const broken = { name: 'broken', what: 'broken', run: () => Promise.reject(new Error('no such server')) }
  const report = await runRow(broken, { rounds: 1, size: 1, say: () => {}, profileFolder: null, targets: null })

  expect(benchmarksPage([report])).toContain('not measured: no such server')
})
