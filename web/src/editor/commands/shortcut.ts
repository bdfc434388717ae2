interface Stroke {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Keys by their place on the keyboard, for those whose letter changes with shift or with the layout. */
const codes: Readonly<Record<string, string>> = {
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '1': 'Digit1',
  '2': 'Digit2',
  '0': 'Digit0',
  '/': 'Slash',
  "'": 'Quote',
}

/** Is this stroke that shortcut (`mod+shift+z`)? */
export function isShortcut(stroke: Stroke, shortcut: string): boolean {
  const parts = shortcut === 'mod++' ? ['mod', '+'] : shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const mod = isMac ? stroke.metaKey : stroke.ctrlKey
  const other = isMac ? stroke.ctrlKey : stroke.metaKey
  // `+` is typed with shift on many keyboards, which says nothing about the wish.
  const isShiftRight = key === '+' || stroke.shiftKey === wants('shift')
  if (mod !== wants('mod') || other || stroke.altKey !== wants('alt') || !isShiftRight) return false
  return stroke.key.toLowerCase() === key || stroke.code === codes[key] || stroke.code === `Key${key.toUpperCase()}`
}

const names: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  delete: 'Del',
  backspace: 'Backspace',
  escape: 'Esc',
  enter: 'Enter',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  arrowright: '→',
  arrowleft: '←',
  arrowup: '↑',
  arrowdown: '↓',
}

/** As people read it: `Ctrl+Shift+Z`. */
export function shortcutText(shortcut: string): string {
  // What is typed with shift is read without it.
  return shortcut
    .replace('shift+?', '?')
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join(isMac ? '' : '+')
}
