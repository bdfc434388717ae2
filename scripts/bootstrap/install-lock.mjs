import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const folder = join(root, '.tmp/install.lock')

/**
 * Waits until no other bootstrap is installing, and keeps others out until the returned function is called. Two `npm ci` at once would
 * delete each other's files. A lock whose holder has died is taken over.
 */
export async function holdInstallLock() {
  mkdirSync(join(root, '.tmp'), { recursive: true })
  let said = false
  for (;;) {
    try {
      mkdirSync(folder)
      writeFileSync(join(folder, 'pid'), String(process.pid))
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isAbandoned(folder)) {
      takeAway()
      continue
    }
    if (!said) console.log('Another Anawim command is installing packages; waiting for it…')
    said = true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}

/** Moves a dead lock aside; of several that wait only one can. What turns out to be a new, living lock is put back. */
function takeAway() {
  const aside = `${folder}.${process.pid}`
  try {
    renameSync(folder, aside)
    if (isAbandoned(aside)) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, folder)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    process.kill(pid, 0)
    return false
  } catch (error) {
    if (error.code === 'EPERM') return false
    if (error.code === 'ESRCH') return true
    // No pid in it: its holder is about to write it, or died right between.
    try {
      return Date.now() - statSync(lock).mtimeMs > 5_000
    } catch {
      return false
    }
  }
}
