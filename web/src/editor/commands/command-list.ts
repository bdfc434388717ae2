/** The commands, one line each. */
import { backCommand, backwardCommand, forwardCommand, frontCommand } from './arrange-commands.ts'
import { copyCommand, cutCommand, pasteCommand } from './clipboard-commands.ts'
import type { Command } from './command.ts'
import {
  deleteCommand,
  deselectCommand,
  duplicateCommand,
  editTextCommand,
  selectAllCommand,
} from './element-commands.ts'
import { exportJsonCommand, exportPngCommand, saveCommand, versionsCommand } from './file-commands.ts'
import { redoCommand, undoCommand } from './history-commands.ts'
import { zoomFitCommand, zoomInCommand, zoomOutCommand, zoomResetCommand } from './zoom-commands.ts'

export const commands: readonly Command[] = [
  undoCommand,
  redoCommand,
  cutCommand,
  copyCommand,
  pasteCommand,
  duplicateCommand,
  deleteCommand,
  selectAllCommand,
  deselectCommand,
  editTextCommand,
  frontCommand,
  forwardCommand,
  backwardCommand,
  backCommand,
  zoomInCommand,
  zoomOutCommand,
  zoomResetCommand,
  zoomFitCommand,
  saveCommand,
  versionsCommand,
  exportJsonCommand,
  exportPngCommand,
]
