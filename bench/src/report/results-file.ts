/** `docs/benchmarks.json`, and the page made from it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rows } from '../rows/index.ts'
import type { RowReport } from '../run-row.ts'
import { benchmarksPage } from './benchmarks-page.ts'

export function writeResults(root: string, fresh: readonly RowReport[]): void {
  const path = join(root, 'docs/benchmarks.json')
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RowReport[]) : []
  const kept = rows.flatMap(({ name }) => {
    const report = [...fresh, ...before].find((one) => one.name === name)
    return report ? [report] : []
  })
  writeFileSync(path, `${JSON.stringify(kept, roundFigures, 2)}\n`)
  writeFileSync(join(root, 'docs/benchmarks.md'), benchmarksPage(kept))
}

/** More digits would only pretend. */
function roundFigures(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value
}
