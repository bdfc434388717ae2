import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  workspaces?: string[]
}
export interface LockEntry extends Manifest {
  version?: string
  integrity?: string
  link?: boolean
  resolved?: string
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}
export type LockPackages = Record<string, LockEntry>

/** Holds that `npm ci` gives the same packages everywhere: exact versions only, and a lock without holes. */
export const lock: Check = {
  name: 'Packages: exact versions, and a lock without holes',
  async run(root) {
    const read = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T
    const manifest = read<Manifest>('package.json')
    const manifests = ['.', ...(manifest.workspaces ?? []), 'tools/node', 'bench/peers'].map(
      (folder) => `${folder}/package.json`,
    )
    return [
      ...manifests.flatMap((path) => rangesIn(path, read<Manifest>(path))),
      ...['package-lock.json', 'tools/node/package-lock.json', 'bench/peers/package-lock.json'].flatMap((path) =>
        holesIn(path, read<{ packages: LockPackages }>(path).packages),
      ),
    ]
  },
}

/** Dependencies that are not named by one exact version. */
export function rangesIn(path: string, manifest: Manifest): string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  return Object.entries(all)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(
      ([name, version]) =>
        `${path}: ${name} is "${version}"; write one exact version, so that every machine gets the same.`,
    )
}

/** What `npm ci` would stumble over: packages without a checksum, dependencies that the lock does not hold, addresses of one registry. */
export function holesIn(path: string, packages: LockPackages): string[] {
  return Object.entries(packages).flatMap(([place, entry]) => {
    const found: string[] = []
    if (place.includes('node_modules/') && !entry.link) {
      if (!entry.integrity)
        found.push(`${path}: ${place} has no integrity; run npm install again with its exact version.`)
      if (!entry.version) found.push(`${path}: ${place} has no version.`)
      if (entry.resolved)
        found.push(
          `${path}: ${place} names the address of a registry; .npmrc has omit-lockfile-registry-resolved for that.`,
        )
    }
    const needed = {
      ...entry.dependencies,
      ...entry.devDependencies,
      ...entry.optionalDependencies,
      ...neededPeers(entry),
    }
    for (const name of Object.keys(needed)) {
      if (!isFoundFrom(packages, place, name)) {
        found.push(
          `${path}: ${place || 'the root'} needs ${name}, which the lock does not hold; choose a version whose packages all exist.`,
        )
      }
    }
    return found
  })
}

function neededPeers(entry: LockEntry): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entry.peerDependencies ?? {}).filter(([name]) => !entry.peerDependenciesMeta?.[name]?.optional),
  )
}

/** Node's way: in `node_modules` of the place itself, then of each folder above. */
function isFoundFrom(packages: LockPackages, place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}
