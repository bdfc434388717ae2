/**
 * The app: everything but the viewer's page (`viewer/`, which is a page of its own). Here only what starts it: theme,
 * languages, session, routes. No component stands here, and nothing of the editor is imported but by its route.
 */
import './theme/fonts.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './theme/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { fetchEditorEarly } from './app/fetch-editor.ts'
import { startI18n } from './i18n/index.ts'
import { knownRoutes } from './session/called-routes.ts'
import { routeTable } from './session/route-table.ts'
import { startSession } from './session/session-store.ts'
import { heldToken } from './session/token-store.ts'

Object.assign(knownRoutes, routeTable)
startSession()
if (heldToken() !== null) fetchEditorEarly(location.pathname)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
await startI18n(['common', 'errors'])
createRoot(root).render(<App />)
// Browsers have it in secure contexts only; a school's own server speaks plain http, and does without.
if (location.protocol === 'https:') void import('./offline/start-offline.ts').then((code) => code.startOffline())
