import type { Outcome } from '../outcome-reporter.ts'
import { allChecks } from './all-checks.ts'
import type { Check } from './check.ts'

/** Runs the checks one after the other, tells each as it ends, and resolves with how many passed and failed. */
export async function runChecks(root: string, checks: readonly Check[] = allChecks): Promise<Outcome> {
  const failures: string[] = []
  for (const { name, run } of checks) {
    const start = performance.now()
    const problems = await run(root).catch((error: unknown) => [
      `The check itself failed: ${error instanceof Error ? error.stack : String(error)}`,
    ])
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${problems.length ? '✗' : '✓'} ${name} (${seconds} s)`)
    for (const problem of problems) console.log(`  ${problem.replaceAll('\n', '\n  ')}`)
    if (problems.length) failures.push(name)
  }
  return { passed: checks.length - failures.length, failed: failures.length, failures }
}
