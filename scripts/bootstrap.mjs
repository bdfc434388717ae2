/**
 * The door of every npm script: finds or installs the right Node and the packages, then runs the command with them.
 * It runs on any Node >= 18, so it and `bootstrap/` are plain JavaScript without packages. What a command does belongs
 * in its own `.ts` file, which may count on the right Node.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, installPackages } from './bootstrap/install.mjs'
import { chooseNode } from './bootstrap/node.mjs'
import { root } from './bootstrap/root.mjs'
import { run } from './bootstrap/run.mjs'

/** Each command: the arguments of Node. */
const commands = {
  start: ['scripts/start.ts'],
  dev: ['scripts/dev.ts'],
  seed: ['scripts/seed.ts'],
  backup: ['scripts/backup.ts'],
  restore: ['scripts/restore.ts'],
  test: ['scripts/test.ts'],
  'test:long': ['scripts/test-long.ts'],
  check: ['scripts/check.ts'],
  docs: ['scripts/docs.ts'],
  bench: ['bench/src/main.ts'],
  format: ['node_modules/oxfmt/bin/oxfmt', '.'],
}

const [command, ...args] = process.argv.slice(2)
const chosen = commands[command]
if (!chosen) {
  console.error(`Usage: node scripts/bootstrap.mjs COMMAND\nCommands: ${Object.keys(commands).join(', ')}`)
  process.exit(1)
}

try {
  const node = await chooseNode()
  await installPackages(node)
  // Servers of others, with a lock of their own: only who measures needs them.
  if (command === 'bench')
    await ensureInstalled(join(root, 'bench/peers'), 'Installing what is measured beside us…', node)
  const [file, ...fixed] = chosen
  const path = join(root, file)
  if (!existsSync(path)) throw new Error(`${file} is missing: is this a whole copy of the repository?`)
  run(node, [path, ...fixed, ...args])
} catch (error) {
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
