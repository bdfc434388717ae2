/** The commands that the keyboard knows: what is needed at once, and all of them as soon as their code has come. */
import type { Command } from './command.ts'
import {
  deleteCommand,
  deselectCommand,
  duplicateCommand,
  editTextCommand,
  selectAllCommand,
} from './element-commands.ts'
import { saveCommand, versionsCommand } from './file-commands.ts'
import { redoCommand, undoCommand } from './history-commands.ts'
import { cheatSheetCommand, gridCommand, paletteCommand } from './view-commands.ts'
import { zoomFitCommand, zoomInCommand, zoomOutCommand, zoomResetCommand } from './zoom-commands.ts'

let known: readonly Command[] = [
  undoCommand,
  redoCommand,
  duplicateCommand,
  deleteCommand,
  selectAllCommand,
  deselectCommand,
  editTextCommand,
  zoomInCommand,
  zoomOutCommand,
  zoomResetCommand,
  zoomFitCommand,
  saveCommand,
  versionsCommand,
  gridCommand,
  paletteCommand,
  cheatSheetCommand,
]
let areAllKnown = false
let loading: Promise<void> | null = null

export function knownCommands(): readonly Command[] {
  return known
}

/** Null when all are known; else resolves when they are, or could not be had: then the next one who asks tries again. */
export function loadCommands(): Promise<void> | null {
  if (areAllKnown) return null
  loading ??= import('./command-list.ts').then(
    ({ commands }) => {
      known = commands
      areAllKnown = true
    },
    () => {
      loading = null
    },
  )
  return loading
}
