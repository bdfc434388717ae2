/** Excalidraw from its package, on a page of its own, with the scene that the server has. */
import '@excalidraw/excalidraw/index.css'
import { Excalidraw } from '@excalidraw/excalidraw'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

window.EXCALIDRAW_ASSET_PATH = '/'
const root = document.querySelector('#root')
root.style.height = '100vh'

const initialData = fetch('/scene.json').then(async (response) => ({
  elements: await response.json(),
  appState: { zoom: { value: 1 }, scrollX: 0, scrollY: 0 },
}))

createRoot(root).render(createElement(Excalidraw, { initialData }))
