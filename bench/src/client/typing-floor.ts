/** Tiptap and Yjs alone, as their makers show them, on an empty page: no canvas, no journal, no socket. What a letter costs at least with them. */
import { createDocState, openTextFragment } from '@anawim/lesson/doc'
import { Editor, Extension } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { insertLetters, PACE, typingContent } from './typing-content.ts'

declare global {
  interface Window {
    /** Three others begin to type, each in a paragraph of their own. */
    startOthers?: () => void
  }
}

/** An update for each letter of one of the others, who sends them one by one. */
function lettersOf(state: Uint8Array, person: number, count: number): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const next = insertLetters(doc, person)
  for (let letter = 0; letter < count; letter++) next()
  return updates
}

/** More letters of each than anybody waits for. */
const MANY = 2_000

export function showTypingFloor(root: Element): void {
  const state = createDocState(typingContent())
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const fragment = openTextFragment(doc, 'box_______')
  if (!fragment) throw new Error('no text to type in')
  const sync = Extension.create({ name: 'sync', addProseMirrorPlugins: () => [ySyncPlugin(fragment)] })
  const box = document.createElement('div')
  box.style.cssText = 'width: 900px; font: 24px sans-serif'
  root.append(box)
  new Editor({ element: box, extensions: [StarterKit.configure({ undoRedo: false }), sync] })
  const others = [0, 1, 2].map((person) => lettersOf(state, person, MANY))
  window.startOthers = () => {
    for (const [person, letters] of others.entries()) {
      const send = () => {
        const update = letters.shift()
        if (update) Y.applyUpdate(doc, update)
      }
      // They do not all strike at the same moment.
      setTimeout(() => setInterval(send, PACE), (person * PACE) / others.length)
    }
  }
}
