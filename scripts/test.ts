/**
 * `npm test`: the checks, then every test there is. Ends with one line, `N passed, N failed`, and with 1 when anything failed. Arguments
 * go to vitest, and then the checks are left out: `npm test -- --project lesson`.
 */
import { findBrowser } from './browser.ts'
import { runChecks } from './checks/run-checks.ts'
import { root } from './root.ts'
import { runVitest } from './run-vitest.ts'

const args = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
const add = ({ passed, failed }: { passed: number; failed: number }) => {
  total.passed += passed
  total.failed += failed
}

if (!args.length) add(await runChecks(root))
await findBrowser().catch((error: Error) =>
  console.error(`\n${error.message}\nThe tests that need a browser will fail.\n`),
)
add(await runVitest(root, args))

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0
