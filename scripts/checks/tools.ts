import { runTool } from '../run-command.ts'
import type { Check } from './check.ts'

/** Checks that an installed tool makes: it holds when the tool ends with 0. */
function toolCheck(
  name: string,
  tool: string,
  args: string[],
  advice: string,
  env: Record<string, string> = {},
): Check {
  return {
    name,
    async run(root) {
      const { code, output } = await runTool(root, tool, args, env)
      return code === 0 ? [] : [`${output.trim()}\n${advice}`]
    },
  }
}

export const lint = toolCheck(
  'oxlint, with types: no floating promises, no any, no circles (type imports included)',
  'oxlint',
  ['--deny-warnings', '-f', 'unix'],
  'Rules stand in .oxlintrc.json; none is switched off by a comment.',
)

export const format = toolCheck('oxfmt: one format', 'oxfmt', ['--check', '.'], 'Run: npm run format')

export const types = toolCheck(
  'TypeScript, in every folder',
  'turbo',
  [
    'run',
    'typecheck',
    '--continue=always',
    '--output-logs=errors-only',
    '--ui=stream',
    '--no-update-notifier',
    '--concurrency=2',
  ],
  'One folder alone: npx tsc --noEmit -p FOLDER',
  { TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
)
