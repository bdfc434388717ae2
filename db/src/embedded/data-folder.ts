import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedError } from './errors.ts'
import type { Identity } from './identity.ts'

export const SUPERUSER = 'anawim'
/** The database of the product in its cluster. */
export const DATABASE = 'anawim'

/** The major version of the package: its data cannot be read by another. */
const MAJOR = '18'

/** Where things are under `<dataDir>/postgres`. */
export function pathsIn(folder: string) {
  return {
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    links: join(folder, 'lib'),
    log: join(folder, 'log'),
  }
}

/** Makes the folder, closed to others. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
}

/** A database that has been made already is left as it is. Answers the superuser's password. */
export async function ensureData(
  folder: string,
  binaries: Binaries,
  identity: Identity,
  extraArgs: readonly string[] = [],
): Promise<string> {
  const paths = pathsIn(folder)
  const version = await readFile(join(paths.data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version !== null && version.trim() !== MAJOR) {
    throw new EmbeddedError(
      `The database in ${folder} is of PostgreSQL ${version.trim()}, and this is PostgreSQL ${MAJOR}: restore a backup into an empty folder.`,
    )
  }
  if (version !== null) return readPassword(paths.password)

  const password = randomBytes(24).toString('base64url')
  await rm(paths.password, { force: true })
  await writeFile(paths.password, password, { mode: 0o600, flag: 'wx' })
  if (identity.owner) {
    await chown(paths.password, identity.owner.uid, identity.owner.gid)
  }
  // Made beside its place: what a killed start has left half made is never taken for a database.
  const unfinished = join(folder, 'data.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await run(
    [
      ...identity.prefix,
      binaries.initdb,
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${paths.password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...extraArgs,
    ],
    { ...identity.options, env: binaries.env, cwd: folder },
  )
  await rename(unfinished, paths.data)
  return password
}

export async function readPassword(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (cause) {
    throw new EmbeddedError(`The password of the embedded database is missing: ${path}. Put it back from a backup.`, {
      cause,
    })
  }
}

function run(words: string[], options: { uid?: number; gid?: number; env: Record<string, string>; cwd: string }) {
  const [command = '', ...args] = words
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new EmbeddedError(`The database could not be made (initdb ended with ${code}): ${said.trim()}`))
    })
  })
}
