import { expect, test } from 'vitest'
import { benchmarksPage } from '../src/report/benchmarks-page.ts'
import { idleViewers } from '../src/rows/idle-viewers.ts'
import { runRow } from '../src/run-row.ts'

test('a tiny row runs against the real product, and is told as it was measured', async () => {
  const report = await runRow(idleViewers, { rounds: 1, size: 0.02, say: () => {}, profileFolder: null, targets: null })

  expect(report.failure).toBeNull()
  expect(report.notes.filter((note) => note.includes('not measured'))).toEqual([])
  expect(report.verdicts).toEqual([{ goal: 'presence frames', value: 0, limit: 0, unit: '/s' }])
  expect(benchmarksPage([report])).toContain('| idle-viewers | presence frames | 0 /s | ≤ 0 /s | reached |')
})

test('a row that cannot run says why, and has no figures', async () => {
  const broken = { name: 'broken', what: 'broken', run: () => Promise.reject(new Error('no such server')) }
  const report = await runRow(broken, { rounds: 1, size: 1, say: () => {}, profileFolder: null, targets: null })

  expect(benchmarksPage([report])).toContain('not measured: no such server')
})
