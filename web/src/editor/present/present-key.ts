/** What a key asks for while one presents. */
export type PresentAct = 'next' | 'previous' | 'first' | 'last' | 'laser' | 'black' | 'exit'

const acts = new Map<string, PresentAct>([
  ['arrowright', 'next'],
  ['arrowdown', 'next'],
  ['pagedown', 'next'],
  ['enter', 'next'],
  ['n', 'next'],
  ['arrowleft', 'previous'],
  ['arrowup', 'previous'],
  ['pageup', 'previous'],
  ['backspace', 'previous'],
  ['p', 'previous'],
  ['home', 'first'],
  ['end', 'last'],
  ['l', 'laser'],
  ['b', 'black'],
  ['.', 'black'],
  ['escape', 'exit'],
])

/** Null for a key that means nothing here. What clickers for presenting send is among them: Page Up and Down, and the full stop. */
export function presentAct({ key, shiftKey }: { key: string; shiftKey: boolean }): PresentAct | null {
  if (key === ' ') return shiftKey ? 'previous' : 'next'
  return acts.get(key.toLowerCase()) ?? null
}

/** Which of `count` pages comes after page `at` (from 0). At either end it stays. */
export function pageAfter(act: PresentAct, at: number, count: number): number {
  const to = { next: at + 1, previous: at - 1, first: 0, last: count - 1 }[act as 'next']
  return Math.min(count - 1, Math.max(0, to ?? at))
}
