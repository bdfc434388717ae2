import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

const dist = join(root, 'web/dist')
const stamp = join(dist, '.sources-hash')

/** All that the browser's code is made of. */
const sources = [
  'package-lock.json',
  'web/package.json',
  'web/vite.config.ts',
  'web/vite-service-worker.ts',
  'web/index.html',
  'web/view.html',
  'web/public',
  'web/src',
  'lesson/src',
  'drawing/src',
  'api/src/contract',
]

/** Builds the web app when it is missing or its sources have changed; says so with `say`. Rejects with the words of Vite. */
export async function ensureWebBuilt(say: (text: string) => void = () => {}, signal?: AbortSignal): Promise<void> {
  const hash = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  say('Building the web app…')
  // Built aside and moved in whole: a server beside us never serves half of it, and of two builds at once the last one stays.
  const fresh = join(root, `.tmp/web-dist-${process.pid}`)
  const old = join(root, `.tmp/web-dist-old-${process.pid}`)
  mkdirSync(join(root, '.tmp'), { recursive: true })
  try {
    await build(fresh, signal)
    writeFileSync(join(fresh, '.sources-hash'), hash)
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(fresh, dist)
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true })
  }
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)))
}

function build(outDir: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const args = ['build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
    const child = spawn(process.execPath, [vite, ...args], {
      cwd: join(root, 'web'),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal && { signal }),
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The web app could not be built:\n${Buffer.concat(said).toString().trim()}`))
    })
  })
}
