/** The floors, built as a browser gets them, and served. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preview } from 'vite'
import { barePage, buildBarePage } from '../../../scripts/testing/bare-page.ts'
import type { Sheet } from './sheets.ts'

export interface Floors {
  url(as: 'naive' | 'bare' | 'tiptap', sheet: Sheet): string
  stop(): Promise<void>
}

export async function startFloors(): Promise<Floors> {
  const outDir = mkdtempSync(join(tmpdir(), 'anawim-floors-'))
  await buildBarePage(join(import.meta.dirname, 'floors.tsx'), outDir)
  const server = await preview({ ...barePage, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  const port = typeof address === 'object' ? address?.port : null
  return {
    url: (as, { what, count }) => `http://127.0.0.1:${port}/?as=${as}&what=${what}&count=${count}`,
    async stop() {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
