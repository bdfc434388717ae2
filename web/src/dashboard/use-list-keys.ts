import { useEffect, type KeyboardEvent } from 'react'
import type { Selection } from './use-selection.ts'

/** Moves among the cards with the arrows, chooses with X, deletes with Delete, lets all go with Escape. Answers what each card's link listens with. */
export function useListKeys(selection: Selection, trash: (id: number) => void) {
  const { ids, clear } = selection
  useEffect(() => {
    if (ids.size === 0) return
    const letGo = ({ key, defaultPrevented }: globalThis.KeyboardEvent) => {
      // A menu or a dialog that is open closes first.
      if (key === 'Escape' && !defaultPrevented && !document.querySelector('[role=dialog], [role=menu]')) clear()
    }
    document.addEventListener('keydown', letGo)
    return () => document.removeEventListener('keydown', letGo)
  }, [ids, clear])

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const link = event.currentTarget
    const card = link.closest('li')
    const list = card?.parentElement
    if (!card || !list) return
    const next = neighbour(list, card, event.key)
    if (next) {
      event.preventDefault()
      next.querySelector<HTMLElement>('[data-lesson]')?.focus()
      return
    }
    const id = Number(link.dataset['lesson'])
    if (event.key === 'x' || event.key === 'X') selection.toggle(id, event.shiftKey)
    if (event.key === 'Delete') trash(id)
  }
}

/** The card that lies in the direction of that key, as the cards are laid out now. */
function neighbour(list: HTMLElement, card: Element, key: string): Element | null {
  const cards = [...list.querySelectorAll('li')].filter((one) => one.querySelector('[data-lesson]'))
  const index = cards.indexOf(card as HTMLLIElement)
  const top = (one: Element | undefined) => one?.getBoundingClientRect().top
  const columns = Math.max(1, cards.filter((one) => top(one) === top(cards[0])).length)
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
  if (key === 'Home') return cards[0] ?? null
  if (key === 'End') return cards.at(-1) ?? null
  const step = steps[key]
  return step === undefined ? null : (cards[index + step] ?? null)
}
