import { expect, test } from 'vitest'
import { counted } from '../testing/counted.ts'
import { failuresOf } from '../vitest-report.ts'

test('a long run tells each failure again: its name and what was said, without colours and without the way it took', () => {
  const message = [
    '\u001B[31mAssertionError: 3 updates are missing\u001B[39m',
    '    at somewhere.ts:1:2',
    '',
    '+ seed 7',
  ]
  const passed = { fullName: 'all is well', status: 'passed', failureMessages: [] }
  const failed = { fullName: 'nothing is lost', status: 'failed', failureMessages: [message.join('\n')] }
  const long = { fullName: 'a long story', status: 'failed', failureMessages: ['word\n'.repeat(30)] }
  const files = [
    { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed, long] },
    { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
  ]
  expect(failuresOf({ testResults: files })).toEqual([
    'nothing is lost\n    AssertionError: 3 updates are missing\n    + seed 7',
    `a long story\n${'    word\n'.repeat(12)}    … 18 lines more`,
    'b.test.ts\n    Cannot find module',
  ])
})

test('what came again and again is told once, with how often', () => {
  expect(counted([1006, 4422, 1006, 1006])).toEqual(['1006 × 3', '4422'])
})
