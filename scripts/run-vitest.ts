import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, OUTCOME_FILE } from './outcome-reporter.ts'

/**
 * Runs vitest with `args`, its own output on the terminal if wanted, and resolves with how many tests passed and failed. A run without a single
 * test, or that ended before it could tell, counts as one failed test: silence must never look like success.
 */
export async function runVitest(
  root: string,
  args: string[],
  env: Record<string, string> = {},
  output: 'inherit' | 'ignore' = 'inherit',
): Promise<Outcome> {
  const path = join(root, '.tmp', `vitest-${process.pid}.json`)
  mkdirSync(join(root, '.tmp'), { recursive: true })
  rmSync(path, { force: true })
  const code = await new Promise<number | null>((resolve, reject) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const reporter = join(root, 'scripts/outcome-reporter.ts')
    const child = spawn(process.execPath, [vitest, 'run', '--reporter=default', `--reporter=${reporter}`, ...args], {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env, [OUTCOME_FILE]: path },
    })
    child.on('error', reject)
    child.on('exit', resolve)
  })
  const { passed, failed, failures } = readOutcome(path)
  rmSync(path, { force: true })
  const isSilent = passed + failed === 0
  if (!isSilent && (code === 0 || failed > 0)) return { passed, failed, failures }
  return {
    passed,
    failed: failed + 1,
    failures: [...failures, `vitest ended with ${code}, and ran ${passed + failed} tests`],
  }
}

function readOutcome(path: string): Outcome {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Outcome
  } catch {
    return { passed: 0, failed: 0, failures: [] } // vitest ended before it could write: counted as a failure above
  }
}
