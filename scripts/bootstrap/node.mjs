import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'

/**
 * Can Anawim run on this version (such as `24.21.0`)? The collaboration server needs at least 22, and only these run TypeScript
 * directly. Odd versions between are refused: they get no security fixes.
 */
export function isGoodNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major >= 26) return true
  return (major === 24 && minor >= 15) || (major === 22 && minor >= 22)
}

/** Path of a Node that is good: the one that runs this, or one from npm under `tools/node`. */
export async function chooseNode() {
  if (isGoodNode(process.versions.node)) return process.execPath
  const folder = join(root, 'tools/node')
  const path = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  await ensureInstalled(
    folder,
    `Node ${process.versions.node} is too old for Anawim: installing Node 24 beside it (about 60 MB)…`,
  )
  if (!existsSync(path)) {
    throw new Error(
      `There is no packaged Node for ${process.platform} ${process.arch}. ` +
        'Install Node.js 24 from https://nodejs.org and run the command again.',
    )
  }
  const check = spawnSync(path, ['--version'], { encoding: 'utf8' })
  if (check.status !== 0) {
    throw new Error(
      `The packaged Node does not run here (${check.error?.message ?? check.stderr}). Install Node.js 24 and try again.`,
    )
  }
  return path
}
