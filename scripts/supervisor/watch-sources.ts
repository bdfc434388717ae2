import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

/** What the servers are made of. */
const folders = [
  'lesson/src',
  'drawing/src',
  'db/src',
  'api/src',
  'collab-server/src',
  'jobs/src',
  'scripts/supervisor',
]
/** An editor saves several files at once, and some write twice. Milliseconds. */
const QUIET = 200

/** Calls `changed` once after a burst of changes to the servers' sources. Answers how to stop watching. */
export function watchSources(changed: (path: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watchers = folders
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) =>
      watch(join(root, folder), { recursive: true }, (_event, name) => {
        if (!name?.endsWith('.ts')) return
        clearTimeout(timer)
        timer = setTimeout(() => changed(`${folder}/${name}`), QUIET)
      }),
    )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
