import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The folders of the house, the lowest first, and `scripts` and `bench`, which stand beside it. */
export const houseFolders = [
  'lesson',
  'drawing',
  'db',
  'api',
  'collab-server',
  'jobs',
  'web',
  'scripts',
  'bench',
] as const

const skippedFolders = new Set(['node_modules', 'dist', '.data', '.tmp', '.turbo', 'fixtures', 'coverage'])

/** Paths of all TypeScript and JavaScript files of the house, relative to `root`, with `/` between. */
export function sourceFiles(root: string, folders: readonly string[] = houseFolders): string[] {
  return folders.flatMap((folder) => filesUnder(root, folder)).filter((path) => /\.(ts|tsx|mts|js|mjs|jsx)$/.test(path))
}

function filesUnder(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesUnder(root, path)
      return entry.isFile() ? [relative(root, join(root, path)).replaceAll('\\', '/')] : []
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
