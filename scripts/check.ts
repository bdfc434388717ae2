/** `npm run check`: everything that can be seen without running the product. `npm test` does it first. Words after it choose checks by name. */
import { allChecks } from './checks/all-checks.ts'
import { runChecks } from './checks/run-checks.ts'
import { root } from './root.ts'

const words = process.argv.slice(2)
const chosen = allChecks.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase())),
)
const { passed, failed } = await runChecks(root, chosen)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed || !passed ? 1 : 0
