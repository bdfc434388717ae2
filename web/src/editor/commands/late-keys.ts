import type { Command } from './command.ts'

/**
 * The keys of commands whose code comes after the first picture. They are known from the start: until the code is there they wait for it, while the browser would
 * go back in its history, search, or put the caret into its address bar.
 */
export const lateKeys = {
  front: 'mod+shift+]',
  forward: 'mod+]',
  backward: 'mod+[',
  back: 'mod+shift+[',
  group: 'mod+g',
  ungroup: 'mod+shift+g',
  lock: 'mod+shift+l',
  hide: 'mod+shift+h',
  flipX: 'shift+h',
  flipY: 'shift+v',
  copyStyle: 'mod+alt+c',
  pasteStyle: 'mod+alt+v',
  replaceImage: 'mod+alt+r',
  alignLeft: 'alt+a',
  alignCenter: 'alt+h',
  alignRight: 'alt+d',
  alignTop: 'alt+w',
  alignMiddle: 'alt+v',
  alignBottom: 'alt+s',
  distributeX: 'alt+shift+h',
  distributeY: 'alt+shift+v',
  wider: 'mod+arrowright',
  narrower: 'mod+arrowleft',
  taller: 'mod+arrowdown',
  shorter: 'mod+arrowup',
  turnRight: 'alt+arrowright',
  turnLeft: 'alt+arrowleft',
  sameWidth: 'alt+shift+w',
  sameHeight: 'alt+shift+e',
  sameSize: 'alt+shift+s',
  pasteInPlace: 'mod+shift+v',
  zoomSelection: 'shift+2',
  addPage: 'mod+m',
  duplicatePage: 'mod+shift+d',
  copyPage: 'mod+alt+shift+c',
  deletePage: 'mod+shift+backspace',
  hidePage: 'mod+alt+h',
  previousPage: 'pageup',
  nextPage: 'pagedown',
  pageUp: 'alt+pageup',
  pageDown: 'alt+pagedown',
  nextRegion: 'f6',
  previousRegion: 'shift+f6',
  present: 'mod+enter',
  presentFirst: 'mod+shift+enter',
} as const

export type LateId = keyof typeof lateKeys

/** A late command is known by its id and has the key of that id. */
export function late(id: LateId): Pick<Command, 'id' | 'shortcuts'> {
  return { id, shortcuts: [lateKeys[id]] }
}
