/**
 * `npm run bench -- [row …] [--rounds=N] [--size=N] [--targets=NAME,…] [--profile]`: measures what the goals ask for, beside others, and writes
 * `docs/benchmarks.md` and `docs/benchmarks.json`. Rows that are not named keep what was measured before. With a size other than 1,
 * or with targets that are named, nothing is written. `--profile` leaves CPU profiles of our server in `.tmp/profiles`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/root.ts'
import { runRow } from './run-row.ts'
import { printResult } from './report/print-result.ts'
import { writeResults } from './report/results-file.ts'
import { rows } from './rows/index.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    size: { type: 'string', default: '1' },
    targets: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
})
const unknown = positionals.filter((name) => !rows.some((row) => row.name === name))
if (unknown.length) {
  console.error(`There is no row ${unknown.join(', ')}. Rows: ${rows.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const profileFolder = values.profile ? join(root, '.tmp/profiles') : null
if (profileFolder) mkdirSync(profileFolder, { recursive: true })

const size = Number(values.size)
const targets = values.targets?.split(',') ?? null
const context = {
  rounds: Number(values.rounds),
  size,
  targets,
  say: (text: string) => console.log(`  ${text}`),
  profileFolder,
}
const chosen = rows.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const results = []
for (const row of chosen) {
  console.log(`\n── ${row.what}`)
  const result = await runRow(row, context)
  printResult(result)
  results.push(result)
}
if (size === 1 && !targets) writeResults(root, results)
process.exit(results.some(({ failure }) => failure !== null) ? 1 : 0)
