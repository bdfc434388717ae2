import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureWebBuilt } from '../supervisor/web-build.ts'
import type { Check } from './check.ts'

/** What Vite writes about each file that it made: `.vite/manifest.json`. */
export interface ManifestChunk {
  file: string
  src?: string
  name?: string
  imports?: string[]
  dynamicImports?: string[]
}
export type Manifest = Record<string, ManifestChunk>

/** Lazily loaded modules, by the end of their path: what Vite calls them in its manifest. */
type Routes = readonly RegExp[]

/** The texts of one language; the others are not loaded. */
const texts = (...namespaces: string[]) => new RegExp(`locales/vi/(${namespaces.join('|')})\\.json$`)

/** What a page loads until it can be used: an entry, and what it then loads lazily. `limit`: KB of JavaScript, gzipped. */
const pages: readonly { name: string; entry: string; routes: Routes; limit: number }[] = [
  {
    name: 'viewer',
    entry: 'view.html',
    routes: [texts('viewer')],
    limit: 120,
  },
  {
    name: 'dashboard',
    entry: 'index.html',
    routes: [/dashboard\/DashboardPage\.tsx$/, texts('common', 'dashboard')],
    limit: 180,
  },
  {
    name: 'editor',
    entry: 'index.html',
    routes: [/editor\/LessonEditorPage\.tsx$/, texts('common', 'editor')],
    limit: 350,
  },
]

/** Words that only stand in code of these packages and survive minification. */
const editorCode: Record<string, RegExp> = {
  Yjs: /Yjs was already imported|\bYXmlElement\b|YMultiDocUndoManager/,
  ProseMirror: /ProseMirror|prosemirror/,
  Tiptap: /tiptap/i,
  Konva: /Konva\.|konvajs/,
  Hocuspocus: /[Hh]ocuspocus/,
  Mantine: /[Mm]antine/,
}

/** Holds that students load no editor, and that no page grows past what a school's network carries. */
export const bundles: Check = {
  name: 'Bundles: no editor code in the viewer; JavaScript of viewer ≤ 120, dashboard ≤ 180, editor ≤ 350 KB gzipped',
  async run(root) {
    await ensureWebBuilt()
    const dist = join(root, 'web/dist')
    const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
    const read = (file: string) => readFileSync(join(dist, file))
    const sizeOf = (file: string) => gzipSync(read(file)).length / 1024
    const problems = pages.flatMap(({ name, entry, routes, limit }) => {
      const files = filesOfPage(manifest, entry, routes)
      if (typeof files === 'string') return [files]
      const sizes = files.map((file) => ({ file, size: sizeOf(file) })).toSorted((one, other) => other.size - one.size)
      const total = sizes.reduce((sum, { size }) => sum + size, 0)
      if (total <= limit) return []
      const largest = sizes.slice(0, 12).map(({ file, size }) => `${size.toFixed(1).padStart(8)} KB  ${file}`)
      return [
        `The ${name} loads ${total.toFixed(0)} KB of JavaScript, more than ${limit}. Its largest files:\n${largest.join('\n')}`,
      ]
    })
    // Whatever the viewer may ever load, lazily too.
    const ofViewer = filesOfPage(manifest, 'view.html', [/./])
    if (typeof ofViewer === 'string') return [...problems, ofViewer]
    return [...problems, ...ofViewer.flatMap((file) => editorCodeIn(file, read(file).toString()))]
  },
}

/** Every JavaScript file that a page needs: the entry's and those of its routes, with all that they import. Or what is missing. */
export function filesOfPage(manifest: Manifest, entry: string, routes: Routes): string[] | string {
  const start = Object.keys(manifest).find((key) => key === entry || manifest[key]?.src === entry)
  if (start === undefined) return `Vite's manifest has no ${entry}: keep it among the inputs of web/vite.config.ts.`
  const reached = reach(manifest, [start], ({ imports = [] }) => imports)
  const anywhere = reach(manifest, [start], ({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports])
  for (const route of routes) {
    const lazy = [...anywhere].filter(
      (key) => route.test(manifest[key]?.src ?? key) && manifest[key]?.file.endsWith('.js'),
    )
    if (!lazy.length)
      return `No module of ${entry} matches ${String(route)}: name the page's module in scripts/checks/bundles.ts.`
    for (const key of reach(manifest, lazy, ({ imports = [] }) => imports)) reached.add(key)
  }
  return [...new Set([...reached].flatMap((key) => manifest[key]?.file ?? []))].filter((file) => file.endsWith('.js'))
}

function reach(manifest: Manifest, from: string[], next: (chunk: ManifestChunk) => string[]): Set<string> {
  const found = new Set(from)
  for (const key of found) for (const more of next(manifest[key] ?? { file: '' })) found.add(more)
  return found
}

/** Which packages of the editor left their words in this code. */
export function editorCodeIn(file: string, code: string): string[] {
  return Object.entries(editorCode)
    .filter(([, words]) => words.test(code))
    .map(
      ([name]) =>
        `The viewer's page loads ${file}, which holds ${name}: students must not load the editor. Look at who imports it.`,
    )
}
