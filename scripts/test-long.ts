/**
 * `npm run test:long`: the suites of trust with their full counts; `--ci` divides them so that they end within 40 minutes. A word runs only
 * those with it in their name. Prints what it ran, the figures of each suite as a line of JSON, what failed, in short, and ends with
 * `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'
import { runVitest } from './run-vitest.ts'
import { longSuites } from './testing/long-suites.ts'

const size = process.argv.includes('--ci') ? 'ci' : 'full'
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const seed = Number(process.env['ANAWIM_SEED'] ?? Date.now() % 1_000_000)
const figures = join(root, '.tmp', `figures-${process.pid}.jsonl`)
const total = { passed: 0, failed: 0 }
const told: string[] = []
const failedSuites: string[] = []

mkdirSync(join(root, '.tmp'), { recursive: true })
for (const { name, args, counts } of longSuites) {
  if (!words.every((word) => name.includes(word))) continue
  const numbers = Object.entries(counts).map(([variable, count]) => [variable, String(count[size])] as const)
  const title = `${name}: ${numbers.map(([variable, count]) => `${variable}=${count} `).join('')}ANAWIM_SEED=${seed}`
  console.log(`\n── ${title}`)
  const start = performance.now()
  // A test of hundreds of seeds takes as long as it takes; what hangs is ended by the limit of the whole.
  const { passed, failed, failures } = await runVitest(root, [...args, '--testTimeout=2400000'], {
    ...Object.fromEntries(numbers),
    ANAWIM_SEED: String(seed),
    ANAWIM_REPORT: figures,
  })
  told.push(`${failed ? '✗' : '✓'} ${title} (${((performance.now() - start) / 1000).toFixed(0)} s)`)
  // CI keeps the last lines only, and the counts that make a failure again stand far above them.
  if (failed) failedSuites.push(`✗ ${title}\n${failures.map((failure) => `  ${failure}`).join('\n')}`)
  total.passed += passed
  total.failed += failed
}

const lines = readFileSync(figures, { encoding: 'utf8', flag: 'a+' })
rmSync(figures, { force: true })
if (failedSuites.length) told.push('', '── What failed', ...failedSuites)
console.log(`\n${lines}\n${told.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0
