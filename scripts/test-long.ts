/**
 * `npm run test:long`: the suites of trust with their full counts; `--ci` divides them so that they end within 40 minutes. Prints what it
 * ran and ends with one line, `N passed, N failed`.
 */
import { root } from './root.ts'
import { runVitest } from './run-vitest.ts'

interface Suite {
  name: string
  /** Arguments of vitest. */
  args: string[]
  /** What is counted, by the variable that says how often: with `--ci`, and in full. */
  counts: Record<string, { ci: number; full: number }>
}

const suites: readonly Suite[] = [
  {
    name: 'kill -9 of everything at random moments',
    args: ['--project', 'crash'],
    counts: { ANAWIM_KILLS: { ci: 30, full: 200 } },
  },
  {
    name: 'property tests of lesson, with new seeds',
    args: ['--project', 'lesson'],
    counts: { ANAWIM_SEEDS: { ci: 1_000, full: 5_000 } },
  },
]

const size = process.argv.includes('--ci') ? 'ci' : 'full'
const seed = Number(process.env['ANAWIM_SEED'] ?? Date.now() % 1_000_000)
const total = { passed: 0, failed: 0 }
const told: string[] = []

for (const { name, args, counts } of suites) {
  const numbers = Object.entries(counts).map(([variable, count]) => [variable, String(count[size])] as const)
  const title = `${name}: ${numbers.map(([variable, count]) => `${variable}=${count}`).join(' ')} ANAWIM_SEED=${seed}`
  console.log(`\n── ${title}`)
  const start = performance.now()
  // A test of hundreds of seeds takes as long as it takes; what hangs is ended by the limit of the whole.
  const { passed, failed } = await runVitest(root, [...args, '--testTimeout=2400000'], {
    ...Object.fromEntries(numbers),
    ANAWIM_SEED: String(seed),
  })
  told.push(`${failed ? '✗' : '✓'} ${title} (${((performance.now() - start) / 1000).toFixed(0)} s)`)
  total.passed += passed
  total.failed += failed
}

console.log(`\n${told.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0
