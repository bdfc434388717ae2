/**
 * `npm test`: the checks, and beside them every test there is. Ends with what failed, in short, and one line, `N passed, N failed`; with 1 when anything failed. Arguments
 * go to vitest, and then the checks are left out: `npm test -- --project lesson`.
 */
import { findBrowser } from './browser.ts'
import { runChecks } from './checks/run-checks.ts'
import { root } from './root.ts'
import { runVitest } from './run-vitest.ts'
import type { Outcome } from './outcome-reporter.ts'

const args = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
const told: string[] = []
const add = ({ passed, failed, failures }: Outcome) => {
  total.passed += passed
  total.failed += failed
  told.push(...failures)
}

await findBrowser().catch((error: Error) =>
  console.error(`\n${error.message}\nThe tests that need a browser will fail.\n`),
)
// The checks fill the time in which tests wait for something: one after the other would take a minute more.
const checks = args.length ? undefined : runChecks(root)
add(await runVitest(root, args))
if (checks) add(await checks)

// Thousands of lines stand between a test that failed and the end.
if (told.length) console.log(`\n── What failed\n${told.map((failure) => `✗ ${failure}`).join('\n')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0
