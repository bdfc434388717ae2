/** The floors, built as a browser gets them, and served. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

export interface Floors {
  url(as: 'naive' | 'bare', elements: number): string
  stop(): Promise<void>
}

export async function startFloors(): Promise<Floors> {
  const outDir = mkdtempSync(join(tmpdir(), 'anawim-floors-'))
  const root = fileURLToPath(new URL('floors', import.meta.url))
  const shared = { root, configFile: false as const, logLevel: 'error' as const }
  await build({ ...shared, build: { outDir, emptyOutDir: true } })
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  const port = typeof address === 'object' ? address?.port : null
  return {
    url: (as, elements) => `http://127.0.0.1:${port}/?as=${as}&elements=${elements}`,
    async stop() {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
