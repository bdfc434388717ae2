import { useCallback, useMemo, useState } from 'react'

/** Lessons that are chosen to do something with all of them. */
export interface Selection {
  ids: ReadonlySet<number>
  /** `isRange`: with all between it and the one before. */
  toggle: (id: number, isRange?: boolean) => void
  set: (ids: readonly number[]) => void
  clear: () => void
}

/** Of the lessons that are shown: what is shown no more is not chosen either. `shown`: their ids, in their order. */
export function useSelection(shown: readonly number[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [last, setLast] = useState<number | null>(null)
  const ids = useMemo(() => new Set(shown.filter((id) => chosen.has(id))), [shown, chosen])
  const toggle = useCallback(
    (id: number, isRange = false) => {
      const from = last === null ? -1 : shown.indexOf(last)
      const to = shown.indexOf(id)
      setLast(id)
      setChosen((now) => {
        const next = new Set(now)
        if (isRange && from >= 0 && to >= 0) {
          for (const between of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between)
        } else if (!next.delete(id)) next.add(id)
        return next
      })
    },
    [last, shown],
  )
  const set = useCallback((all: readonly number[]) => setChosen(new Set(all)), [])
  const clear = useCallback(() => setChosen(new Set()), [])
  return useMemo(() => ({ ids, toggle, set, clear }), [ids, toggle, set, clear])
}
