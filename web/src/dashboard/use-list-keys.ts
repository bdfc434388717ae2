import type { KeyboardEvent } from 'react'
import type { Selection } from './use-selection.ts'

/** Moves among the cards with the arrows, chooses with X, lets all go with Escape. Answers what the list listens with. */
export function useListKeys(selection: Selection, trash: (id: number) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && selection.ids.size > 0) {
      selection.clear()
      return
    }
    const link = (event.target as HTMLElement).closest<HTMLElement>('[data-lesson]')
    const card = link?.closest('li')
    if (!link || !card) return
    const next = neighbour(event.currentTarget, card, event.key)
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
