import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { holdInstallLock } from './install-lock.mjs'
import { root } from './root.mjs'

/** Installs the packages of the whole repository when the lock has changed since the last time. */
export async function installPackages(node) {
  await ensureInstalled(root, 'Installing packages (about half a minute, once)…', node)
}

/**
 * Runs `npm ci` in `folder` unless what its lock names is there already. A stamp with the lock's hash makes the common case one
 * file read, and lets everything work without a network once it is installed.
 */
export async function ensureInstalled(folder, message, node = process.execPath) {
  if (isStamped(folder)) return
  const release = await holdInstallLock()
  try {
    if (isStamped(folder)) return // another bootstrap did it while this one waited
    if (!isWhole(folder)) {
      console.log(message)
      await npmCi(folder, node)
    }
    writeFileSync(stampPath(folder), lockHash(folder))
  } finally {
    release()
  }
}

const stampPath = (folder) => join(folder, 'node_modules/.anawim-lock')
const lockHash = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
const isStamped = (folder) =>
  existsSync(stampPath(folder)) && readFileSync(stampPath(folder), 'utf8') === lockHash(folder)

/**
 * Did npm itself put everything there already, say by `npm install` of a developer? npm notes what it installed in
 * `node_modules/.package-lock.json`; packages that are missing there may only be optional ones, of other platforms.
 */
function isWhole(folder) {
  const notePath = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(notePath)) return false
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(notePath, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    const there = found[path]
    if (!there) return entry.optional === true || entry.devOptional === true
    return there.version === entry.version && there.integrity === entry.integrity && existsSync(join(folder, path))
  })
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

function npmCi(folder, node) {
  const args = ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error']
  // Under `npm run` the very npm that runs this is known; else the one on PATH is taken.
  const viaNpm = process.env.npm_execpath?.endsWith('.js')
  const [command, commandArgs] = viaNpm ? [node, [process.env.npm_execpath, ...args]] : ['npm', args]
  const env = { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH }
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArgs, { cwd: folder, stdio: 'inherit', env })
    // An npm that went on alone would write into what the next bootstrap installs.
    const stop = (signal) => child.kill(signal)
    for (const signal of stopSignals) process.on(signal, stop)
    child.on('close', () => stopSignals.forEach((signal) => process.off(signal, stop)))
    child.on('error', (error) =>
      reject(
        new Error(
          error.code === 'ENOENT' ? 'npm was not found. Install it with Node.js and try again.' : error.message,
        ),
      ),
    )
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else if (signal)
        reject(new Error('The installation was stopped before it was done. Run the command again to finish it.'))
      else {
        reject(
          new Error(
            `npm could not install the packages in ${folder} (it ended with ${code}; its own words stand above).\n` +
              'Without internet this works only once everything has been installed. Check the connection, the disk space and\n' +
              'that you may write to this folder, then run the command again.',
          ),
        )
      }
    })
  })
}
