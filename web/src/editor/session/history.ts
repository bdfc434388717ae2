import { createUndo, isLeftToOthers } from '@anawim/lesson/doc'
import type * as Y from 'yjs'
import { createValue, type Value } from './value.ts'

/** What was selected, and where, when a step was made: undo brings it back. */
export interface Place {
  pageId: string
  selection: readonly string[]
}

/** Undo of one's own steps, whatever the others did in between. */
export interface History {
  canUndo: Pick<Value<boolean>, 'get' | 'subscribe'>
  canRedo: Pick<Value<boolean>, 'get' | 'subscribe'>
  undo: () => void
  redo: () => void
  /** Told when what should be undone or redone was left, wholly or in part, because others have changed it since. */
  subscribeLeft: (listener: () => void) => () => void
  /** What follows is a step of its own, even when it follows quickly. */
  beginStep: () => void
  /** Writes of that origin are one's own too: the text editor's, which is loaded when first needed. */
  track: (origin: unknown) => void
  /** How many steps can be undone. */
  depth: () => number
  /** Undoes all steps after the first `depth`, as if they had never been made: no redo, and nobody is led anywhere. */
  takeBackTo: (depth: number) => void
  destroy: () => void
}

export function createHistory(doc: Y.Doc, placeNow: () => Place, goTo: (place: Place) => void): History {
  const manager = createUndo(doc)
  const canUndo = createValue(false)
  const canRedo = createValue(false)
  let isTakingBack = false
  const update = () => {
    canUndo.set(manager.undoStack.length > 0)
    canRedo.set(manager.redoStack.length > 0)
  }
  manager.on('stack-item-added', ({ stackItem }) => {
    stackItem.meta.set('place', placeNow())
    update()
  })
  manager.on('stack-item-popped', ({ stackItem }) => {
    const place = stackItem.meta.get('place') as Place | undefined
    if (place && !isTakingBack) goTo(place)
    update()
  })
  manager.on('stack-cleared', update)
  const leftListeners = new Set<() => void>()
  const step = (stack: 'undoStack' | 'redoStack', take: () => unknown) => {
    const before = [...manager[stack]]
    const done = take()
    // Yjs goes on to the next step when nothing is left to do of one.
    const tried = before.slice(manager[stack].length)
    if (tried.some((one) => isLeftToOthers(doc, one, one === done))) for (const listener of leftListeners) listener()
  }
  return {
    canUndo,
    canRedo,
    undo: () => step('undoStack', () => manager.undo()),
    redo: () => step('redoStack', () => manager.redo()),
    subscribeLeft(listener) {
      leftListeners.add(listener)
      return () => leftListeners.delete(listener)
    },
    beginStep: () => manager.stopCapturing(),
    track: (origin) => manager.addTrackedOrigin(origin),
    depth: () => manager.undoStack.length,
    takeBackTo(depth) {
      isTakingBack = true
      while (manager.undoStack.length > depth) manager.undo()
      isTakingBack = false
      manager.redoStack = []
      update()
    },
    destroy: () => manager.destroy(),
  }
}
