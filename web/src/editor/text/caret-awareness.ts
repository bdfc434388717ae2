import type { Awareness } from 'y-protocols/awareness'

type State = Record<string, unknown>

/**
 * The room as y-tiptap's cursor plugin sees it. The plugin keeps its caret in the field `cursor`, where the lesson keeps
 * the pointer; here it reads and writes `caret` instead, and sees only carets of the same text box.
 */
export function caretAwareness(awareness: Awareness, elementId: string): Awareness {
  const asPlugin = (state: State | null): State => {
    const caret = state?.['caret'] as { elementId?: string } | null | undefined
    return { user: state?.['user'], cursor: caret?.elementId === elementId ? caret : null }
  }
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
      if (field === 'cursor') awareness.setLocalStateField('caret', value && { elementId, ...value })
    },
  }
  return new Proxy(awareness, {
    get(target, name) {
      const value: unknown = Reflect.get(own, name) ?? Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
