import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { failuresOf, isUnloaded, type Report } from './vitest-report.ts'

export interface Outcome {
  passed: number
  failed: number
  /** Each that failed, in short: to be told again where nobody scrolls back. */
  failures: string[]
}

/**
 * Runs vitest with `args`, its own output on the terminal, and resolves with how many tests passed and failed. A file that could not even
 * be loaded counts as one failed test, and so does a run without a single test: silence must never look like success.
 */
export async function runVitest(root: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const path = join(root, '.tmp', `vitest-${process.pid}.json`)
  mkdirSync(join(root, '.tmp'), { recursive: true })
  rmSync(path, { force: true })
  const code = await new Promise<number | null>((resolve, reject) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`, ...args],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
    )
    child.on('error', reject)
    child.on('exit', resolve)
  })
  const report = readReport(path)
  rmSync(path, { force: true })
  const { passed, failed } = countReport(report)
  const failures = report ? failuresOf(report) : []
  const isSilent = passed + failed === 0
  if (!isSilent && (code === 0 || failed > 0)) return { passed, failed, failures }
  return {
    passed,
    failed: failed + 1,
    failures: [...failures, `vitest ended with ${code}, and ran ${passed + failed} tests`],
  }
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return undefined // vitest ended before it could write: counted as a failure above
  }
}

function countReport(report: Report | undefined): { passed: number; failed: number } {
  if (!report) return { passed: 0, failed: 0 }
  const unloaded = report.testResults.filter(isUnloaded).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded }
}
