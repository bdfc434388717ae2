import type { Awareness } from 'y-protocols/awareness'

type State = Record<string, unknown>
type Listener = (...changed: unknown[]) => void

/**
 * The room as y-tiptap's cursor plugin sees it. The plugin keeps its caret in the field `cursor`, where the lesson keeps
 * the pointer; here it reads and writes `caret` instead, and sees only carets of the same text box.
 */
export function caretAwareness(awareness: Awareness, elementId: string): Awareness {
  const asPlugin = (state: State | null): State => {
    const caret = state?.['caret'] as { elementId?: string } | null | undefined
    return { user: state?.['user'], cursor: caret?.elementId === elementId ? caret : null }
  }
  const carets = () =>
    JSON.stringify(
      [...awareness.getStates()]
        .filter(([clientId]) => clientId !== awareness.clientID)
        .map(([, state]) => asPlugin(state)),
    )
  const listening = new Map<Listener, Listener>()
  const own: Partial<Awareness> = {
    getLocalState: () => asPlugin(awareness.getLocalState()),
    getStates: () =>
      new Map(
        [...awareness.getStates()]
          // Who has no name yet cannot be shown: the plugin would call them by their number.
          .filter(([, state]) => state['user'] !== undefined)
          .map(([clientId, state]) => [clientId, asPlugin(state)]),
      ),
    setLocalStateField(field, value: State | null) {
      if (field !== 'cursor') return
      const caret = value && { elementId, ...value }
      // The plugin says it again with each letter of the others; nobody would see a difference.
      if (JSON.stringify(caret) !== JSON.stringify(awareness.getLocalState()?.['caret'])) {
        awareness.setLocalStateField('caret', caret)
      }
    },
    // The plugin draws all carets anew at each change: it is told of those that it draws.
    on(name, listener: Listener) {
      let drawn = carets()
      const heard: Listener = (...changed) => {
        const now = carets()
        if (now !== drawn) listener(...changed)
        drawn = now
      }
      listening.set(listener, heard)
      return awareness.on(name, name === 'change' ? heard : listener)
    },
    off(name, listener: Listener) {
      awareness.off(name, (name === 'change' && listening.get(listener)) || listener)
      listening.delete(listener)
    },
  }
  return new Proxy(awareness, {
    get(target, name) {
      const value: unknown = Reflect.get(own, name) ?? Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
