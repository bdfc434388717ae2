import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { serviceWorker } from './vite-service-worker.ts'
import { defineConfig, type Plugin } from 'vite'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const viewPage = file('./view.html')

/** In development Vite stands where the api stands in production: the viewer's address is a page of its own. */
const serveViewPage: Plugin = {
  name: 'anawim:view-page',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/(lessons\/\d+\/view|l)\/?(\?|$)/.test(request.url ?? '')) request.url = '/view.html'
      next()
    })
  },
}

/** Our sockets are WebSockets and nothing else (`session/live-socket.ts`): long polling and WebTransport stay out of the phones. */
const webSocketsOnly: Plugin = {
  name: 'anawim:web-sockets-only',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('engine.io-client/build/esm/transports/index.js')) return
    return "import { WS } from './websocket.js'\nexport const transports = { websocket: WS }"
  },
}

/** Browsers check with schemas and never print them as JSON Schema: that half of zod, 5 KB, stays on the server, which writes OpenAPI. */
const schemasOnlyCheck: Plugin = {
  name: 'anawim:schemas-only-check',
  enforce: 'pre',
  load(id) {
    if (!/\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return
    const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
    const missing = "() => { throw new Error('There is no JSON Schema in the browser') }"
    return [
      `const missing = ${missing}`,
      ...names.map((name) => `export const ${name} = missing`),
      'export { missing as process }',
    ].join('\n')
  },
}

/** Functions that make a check of a value, or nothing. */
const konvaValidators = [
  'getNumberValidator',
  'getNumberOrArrayOfNumbersValidator',
  'getNumberOrAutoValidator',
  'getStringValidator',
  'getStringOrGradientValidator',
  'getNumberArrayValidator',
  'getBooleanValidator',
  'getComponentValidator',
]

/** By the ends of their paths, parts of packages that nothing here uses, and what stands in their place. */
const unused: Readonly<Record<string, string>> = {
  // Nothing moves by Konva's own animations, and it is not Konva that drags.
  '/konva/lib/Tween.js': 'export class Tween {}\nexport const Easings = {}',
  '/konva/lib/Animation.js': 'export class Animation {}',
  '/konva/lib/DragAndDrop.js':
    'export const DD = { isDragging: false, node: undefined, _dragElements: new Map(), _listenToWindow() {} }',
  // Yjs writes to the console in plain letters.
  '/lib0/logging.js':
    "export const [print, warn] = [console.log, console.warn]\nexport const [BOLD, UNBOLD, ORANGE, RED] = ['', '', '', '']",
  // Our sockets poll nothing (`webSocketsOnly`).
  '/engine.io-client/build/esm/transports/polling-xhr.js':
    'export class BaseXHR {}\nexport class Request {}\nexport class XHR {}',
  // And what they say is JSON: no bytes.
  '/socket.io-parser/build/esm/is-binary.js': 'export const [isBinary, hasBinary] = [() => false, () => false]',
  '/socket.io-parser/build/esm/binary.js':
    'export const [deconstructPacket, reconstructPacket] = [(packet) => ({ packet, buffers: [] }), (packet) => packet]',
  '/engine.io-parser/build/esm/contrib/base64-arraybuffer.js': 'export const decode = () => new ArrayBuffer(0)',
  // Browsers read base64 themselves.
  '/base64-js/lib/b64.js':
    'export default { toByteArray: (text) => Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)) }',
  // It warns only where it is not minified.
  '/konva/lib/Validators.js': `export const RGBComponent = (value) => Math.max(0, Math.min(255, Math.round(value)))
export const alphaComponent = (value) => Math.max(0.0001, Math.min(1, value))
${konvaValidators.map((name) => `export const ${name} = () => undefined`).join('\n')}`,
  // What is wrong with a value is said in our own words.
  '/zod/v4/locales/en.js': 'export default () => ({})',
}

const leaveOut: Plugin = {
  name: 'anawim:leave-out',
  enforce: 'pre',
  load: (id) => Object.entries(unused).find(([end]) => id.endsWith(end))?.[1],
}

/** One of those in `app/AppRoutes.tsx`, by the file that is fetched. */
const isPage = (path: string) => /Pages?-[^/]*\.js$/.test(path)

/** By the ends of their paths, what is taken out of files of which the rest is used. */
const unusedParts: Readonly<Record<string, [RegExp, string]>> = {
  // Names of colours: ours are numbers.
  '/konva/lib/Util.js': [/COLORS = \{[^}]*\}/, 'COLORS = {}'],
  // From WebSockets there is nothing to change over to.
  '/engine.io-client/build/esm/socket.js': [/_probe\(name\) \{\n[\s\S]*?\n {4}\}\n/, '_probe() {}\n'],
}

const takeOut: Plugin = {
  name: 'anawim:take-out',
  enforce: 'pre',
  transform(code, id) {
    const [part, instead] = Object.entries(unusedParts).find(([end]) => id.endsWith(end))?.[1] ?? []
    if (!part || instead === undefined) return
    if (!part.test(code)) this.error(`${id} has no longer what is taken out of it`)
    return { code: code.replace(part, instead), map: null }
  },
}

const api = `http://localhost:${process.env['API_PORT'] ?? 8000}`

export default defineConfig({
  root: file('.'),
  plugins: [react(), serveViewPage, webSocketsOnly, schemasOnlyCheck, leaveOut, takeOut, serviceWorker],
  server: {
    proxy: {
      '/api': api,
      '/media': api,
      '/health': api,
      '/ready': api,
      '/collab': { target: api, ws: true },
      '/socket.io': { target: api, ws: true },
    },
  },
  build: {
    manifest: true,
    target: 'es2022',
    // The page's policy is `script-src 'self'` and fonts come from files: nothing inline, nothing as data:.
    modulePreload: {
      polyfill: false,
      // A page says what it needs, and its parts come when that is there: to look for it again with each of sixty of them took
      // a large part of the time until a lesson was open.
      resolveDependencies: (file, dependencies, { hostType }) =>
        hostType === 'html' || isPage(file) ? dependencies : [],
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: file('./index.html'), ...(existsSync(viewPage) ? { view: viewPage } : {}) },
      output: {
        // What every page needs, in one file: over plain http a browser asks for six at a time.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next)\/|icons-react\/dist\/esm\/(createReactComponent|defaultAttributes|icons\/Icon(ArrowLeft|Lock|MoodSad)\.)|web\/src\/(i18n\/\w+\.ts|ui\/later\.ts|session\/(?!live-socket|use-error-text|may|school-|media-|route-table))|vite\/preload-helper/,
            },
            // What every list has: a file for each icon costs more than the icons.
            {
              name: 'list',
              test: /icons-react\/dist\/esm\/icons\/Icon(ChevronDown|Dots|LayoutGrid|List|Plus|Star|Trash|Users|World)\.|web\/src\/ui\/(MoreButton|Notice|PageNumbers|RelativeTime|SearchBox)\./,
            },
            {
              name: 'drawing',
              test: /\/drawing\/src\/(?!hit-test|index|places|gradient|rich-paper|ink\/|played\/|elements\/(drawing|line|dash|video|audio|rich-[\w-]+)\.|lines\/)|\/lesson\/src\/elements\/\w+-?defaults|web\/src\/(page-resources\/|viewer\/(PageCanvas|PageText|TextBox|RichTextView|spoken-levels|use-resolution)\.)|node_modules\/(linebreak|unicode-trie|tiny-inflate|base64-js)\//,
            },
          ],
        },
      },
    },
  },
})
