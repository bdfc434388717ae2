import { stripVTControlCharacters } from 'node:util'

/** The part of vitest's JSON report that we read. */
export interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: FileResult[]
}

interface FileResult {
  name: string
  status: string
  message: string
  assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
}

/** Lines, and letters of each, of one failure that are told. */
const LINES = 12
const LETTERS = 300

/** Could not even be loaded. */
export const isUnloaded = ({ status, assertionResults }: FileResult) =>
  status === 'failed' && assertionResults.length === 0

/** Each test that failed and each file that could not be loaded: its name, and the beginning of what was said. */
export function failuresOf({ testResults }: Pick<Report, 'testResults'>): string[] {
  return testResults.flatMap((file) => {
    if (isUnloaded(file)) return [inShort(file.name, file.message)]
    return file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages = [] }) => inShort(fullName, failureMessages.join('\n')))
  })
}

/** Without colours and without the way that the error took. */
function inShort(name: string, message: string): string {
  const lines = stripVTControlCharacters(message).split('\n')
  const said = lines.filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
  const told = said.slice(0, LINES).map((line) => `    ${line.slice(0, LETTERS)}`)
  const rest = said.length > LINES ? [`    … ${said.length - LINES} lines more`] : []
  return [name, ...told, ...rest].join('\n')
}
