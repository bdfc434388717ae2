/** An empty page around one script, built as the web is built: for what is drawn or measured in a browser without the product around it. */
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'

/** Vite's settings for such a page; also for `preview`. */
export const barePage = {
  root: join(import.meta.dirname, 'bare-page'),
  configFile: false,
  logLevel: 'error',
} satisfies InlineConfig

/** Writes `index.html` and what it needs into `outDir`. The script finds an empty `#root`, and a body without margins. */
export async function buildBarePage(script: string, outDir: string): Promise<void> {
  await build({
    ...barePage,
    resolve: { alias: { '/bare-page-script': script } },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  })
}
