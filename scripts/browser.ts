/**
 * The one way in which tests get a browser. It never skips: a suite that silently did not look at the product would pass.
 * What a test does with the browser belongs in the test.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { root } from './root.ts'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** These work as root, without a GPU, and keep Chromium from calling home. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]

/** Debian's names of the libraries that the Chromium from npm needs and does not bring. */
const debianPackages: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
}

/**
 * Path of a Chromium that runs here: `CHROME_PATH`, else an installed one, else the one from npm.
 * @throws when there is none, with the names of the Debian packages that are missing
 */
export async function findBrowser(): Promise<string> {
  const named = process.env['CHROME_PATH']
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROME_PATH is ${named}, but there is no such file.`)
  }
  const found = installed.find((path) => existsSync(path))
  if (found) return found

  const { default: packaged } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  const missing = missingLibraries(path)
  if (missing.length) {
    throw new Error(
      `The browser tests need a browser, and the Chromium from npm lacks these libraries: ${missing.join(', ')}.\n` +
        `On Debian: apt-get install ${[...new Set(missing.map((name) => debianPackages[name] ?? name))].join(' ')}   (or: chromium)\n` +
        'Or set CHROME_PATH to an installed Chromium or Chrome.',
    )
  }
  return path
}

function missingLibraries(path: string): string[] {
  const { stdout, status } = spawnSync('ldd', [path], { encoding: 'utf8' })
  if (status !== 0 || !stdout) return []
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].flatMap(([, name]) => name ?? [])
}

/** A headless Chromium; the caller closes it. `args` are further flags of Chromium. */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
  return await chromium.launch({
    executablePath: await findBrowser(),
    args: [...flags, ...args],
    headless: true,
    // Without a locale of UTF-8 Chromium cannot give a download a Vietnamese name.
    env: {
      ...process.env,
      LC_ALL: 'C.UTF-8',
      ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_FILE: ownFonts() }),
    },
  })
}

/** A machine without any font draws no text at all, not even in fonts that the page brings: there, ours stand in for the system's. */
function ownFonts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anawim-fonts-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'fonts.conf')
  const fonts = join(root, 'node_modules/@expo-google-fonts/be-vietnam-pro')
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`)
  return file
}
