import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../root.ts'
import type { PartMessage } from './part-process.ts'

/** The first admin, when one was just made. The password is null when it came from the environment. */
export type NewAdmin = Extract<PartMessage, { type: 'admin' }>

/**
 * Has a process of its own check the configuration of all parts, migrate the database and make the first admin: so the supervisor
 * stays small, and what is wrong is said once. Rejects with words for a person.
 */
export function prepare(env: Record<string, string | undefined>, signal: AbortSignal): Promise<NewAdmin | undefined> {
  return new Promise((resolve, reject) => {
    let admin: NewAdmin | undefined
    let said = ''
    const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), 'prepare'], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      signal,
    })
    child.on('message', (message: PartMessage) => {
      if (message.type === 'admin') admin = message
      if (message.type === 'failed') said = message.message
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(admin)
      else reject(new Error(said || `preparing the database ended with ${code}`))
    })
  })
}
