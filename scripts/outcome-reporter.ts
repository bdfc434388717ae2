import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** What came of a run of tests. */
export interface Outcome {
  passed: number
  failed: number
  /** Each that failed, in short: to be told again where nobody scrolls back. */
  failures: string[]
}

/** The variable that tells the reporter where to write its outcome. */
export const OUTCOME_FILE = 'ANAWIM_OUTCOME_FILE'

/** Lines, and letters of each, of one failure that are told. */
const LINES = 24
const LETTERS = 300

/**
 * Writes the outcome of a run as JSON. Vitest's own JSON counts tests alone, and tells an assertion without what differed: here a file that
 * could not be loaded, or whose preparation failed, is a failure, too, and so is an error outside of any test.
 */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const path = process.env[OUTCOME_FILE]
    if (!path) throw new Error(`${OUTCOME_FILE} is not set`)
    const failures = [
      ...modules.flatMap(failuresOf),
      ...unhandled.map((error) => inShort('an error outside of the tests', [error])),
    ]
    const passed = modules.flatMap((module) => [...module.children.allTests('passed')]).length
    writeFileSync(path, JSON.stringify({ passed, failed: failures.length, failures } satisfies Outcome))
  }
}

function failuresOf(module: TestModule): string[] {
  const parts = [module, ...module.children.allSuites()]
  const tests = [...module.children.allTests('failed')]
  return [
    ...parts.flatMap((part) => (part.errors().length ? [inShort(module.relativeModuleId, part.errors())] : [])),
    ...tests.map((test) => inShort(test.fullName, test.result().errors ?? [])),
  ]
}

/** Errors without colours and without the way that they took. */
export function inShort(name: string, errors: readonly SerializedError[]): string {
  const text = errors
    .map((error) => [error.stack ?? error.message, error['diff']].filter(Boolean).join('\n'))
    .join('\n')
  const lines = stripVTControlCharacters(text).split('\n')
  const said = lines.filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
  const told = said.slice(0, LINES).map((line) => `    ${line.slice(0, LETTERS)}`)
  const rest = said.length > LINES ? [`    … ${said.length - LINES} lines more`] : []
  return [name, ...told, ...rest].join('\n')
}
