import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedError } from './errors.ts'

/** As whom PostgreSQL runs: words before its command, and the options to spawn it with. */
export interface Identity {
  prefix: string[]
  options: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Who must own the data folder; null: whoever owns it. */
  owner: { uid: number; gid: number } | null
}

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, yet still owns its files, which
 * works without any account and inside a closed home; where that is not allowed, an account of the system has to do.
 */
export function chooseIdentity(binaries: Binaries, folder: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [], options: {}, owner: null }
  const candidates: Identity[] = [
    { prefix: ['unshare', '--user'], options: {}, owner: { uid: 0, gid: 0 } },
    ...systemAccounts(['postgres', 'nobody']).map((owner) => ({ prefix: [], options: owner, owner })),
  ]
  const chosen = candidates.find((candidate) => works(candidate, binaries, folder))
  if (!chosen) {
    throw new EmbeddedError(
      `PostgreSQL refuses to run as root, and here it can become nobody else: neither a user namespace nor the accounts postgres and nobody can use ${folder}. Start Anawim as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  return chosen
}

/** Can it run the program, and write to the folder? */
function works(identity: Identity, binaries: Binaries, folder: string): boolean {
  giveFolder(identity, folder)
  const options = { ...identity.options, env: binaries.env, timeout: 10_000 }
  const succeeds = (words: string[]) => {
    const [command = '', ...args] = [...identity.prefix, ...words]
    return spawnSync(command, args, options).status === 0
  }
  return succeeds([binaries.postgres, '-V']) && succeeds(['test', '-w', folder])
}

/** The folder may have been made under another identity, before the machine allowed or forbade something. */
function giveFolder({ owner }: Identity, folder: string): void {
  if (!owner || lstatSync(folder).uid === owner.uid) return
  const give = (path: string) => {
    const file = lstatSync(path)
    if (file.isSymbolicLink()) return
    if (file.isDirectory()) for (const name of readdirSync(path)) give(join(path, name))
    // The folder itself comes last: as long as it is not the new owner's, all is done again.
    chownSync(path, owner.uid, owner.gid)
  }
  give(folder)
}

function systemAccounts(names: string[]): { uid: number; gid: number }[] {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  return names.flatMap((name) => {
    const [, , uid, gid] = lines.find(([account]) => account === name) ?? []
    return uid === undefined || gid === undefined ? [] : [{ uid: Number(uid), gid: Number(gid) }]
  })
}
