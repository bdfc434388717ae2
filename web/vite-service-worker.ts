import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Beside the pages and what they load at once: what they need when no server answers, by the ends of paths. */
const neededOffline = /locales\/(vi|en)\/(common|errors|viewer)\.json$|offline\/RecentLessons\.tsx$/

/**
 * Builds `service-worker.js`, in one file that imports nothing, with the names of the files that it keeps from the start: the pages, what
 * they import, and all that the viewer's page may load, since that is what is read offline.
 */
export const serviceWorker: Plugin = {
  name: 'anawim:service-worker',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    if (!bundle['index.html']) return
    await build({
      configFile: false,
      root: file('.'),
      publicDir: false,
      logLevel: 'warn',
      define: { SHELL_FILES: JSON.stringify(shellFiles(bundle)), 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: dir ?? file('./dist'),
        emptyOutDir: false,
        target: 'es2022',
        rolldownOptions: {
          input: file('./src/offline/service-worker.ts'),
          output: { format: 'iife', entryFileNames: 'service-worker.js' },
        },
      },
    })
  },
}

function shellFiles(bundle: Rolldown.OutputBundle): { url: string; revision: string | null }[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const isNeeded = (id: string | null) => id !== null && neededOffline.test(id)
  const viewer = chunks.filter(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('view.html'))
  const needed = chunks.filter(({ isEntry, facadeModuleId }) => isEntry || isNeeded(facadeModuleId))
  const names = new Set(needed.map(({ fileName }) => fileName))
  const lazy = new Set(viewer.map(({ fileName }) => fileName))
  const texts = new Set(
    chunks.filter(({ facadeModuleId }) => facadeModuleId?.includes('/locales/')).map(({ fileName }) => fileName),
  )
  const assets = new Set<string>()
  for (const name of names) {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk') continue
    for (const next of chunk.imports) names.add(next)
    if (lazy.has(name)) {
      for (const next of chunk.imports) lazy.add(next)
      for (const next of chunk.dynamicImports.filter((id) => !texts.has(id))) {
        lazy.add(next)
        names.add(next)
      }
    }
    for (const css of chunk.viteMetadata?.importedCss ?? []) assets.add(css)
  }
  const pages = ['index.html', 'view.html'].flatMap((name) => {
    const page = bundle[name]
    if (page?.type !== 'asset') return []
    return { url: `/${name}`, revision: createHash('sha256').update(page.source).digest('hex').slice(0, 16) }
  })
  return [...pages, ...[...names, ...assets].map((name) => ({ url: `/${name}`, revision: null }))]
}
