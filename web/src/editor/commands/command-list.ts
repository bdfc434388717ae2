/** The commands, one line each, as menus, palette and cheat sheet group them. */
import type { Translate } from '../session/translate.ts'
import { alignCommands } from './align-commands.ts'
import { backCommand, backwardCommand, forwardCommand, frontCommand } from './arrange-commands.ts'
import { copyCommand, cutCommand, pasteCommand } from './clipboard-commands.ts'
import type { Command } from './command.ts'
import { distributeCommands, sizeCommands } from './distribute-commands.ts'
import {
  deleteCommand,
  deselectCommand,
  duplicateCommand,
  editTextCommand,
  selectAllCommand,
} from './element-commands.ts'
import { exportJsonCommand, exportPngCommand } from './export-commands.ts'
import { saveCommand, versionsCommand } from './file-commands.ts'
import { flipXCommand, flipYCommand } from './flip-commands.ts'
import { enterGroupCommand, groupCommand, hideCommand, lockCommand, ungroupCommand } from './group-commands.ts'
import { redoCommand, undoCommand } from './history-commands.ts'
import { cropCommand, replaceImageCommand } from './image-commands.ts'
import { playCommand, replaceMediaCommand } from './media-commands.ts'
import { pageCommands } from './page-commands.ts'
import { pasteInPlaceCommand } from './paste-in-place-command.ts'
import { presentCommand, presentFirstCommand } from './present-commands.ts'
import { regionCommands } from './region-commands.ts'
import { sizingCommands } from './sizing-commands.ts'
import { copyStyleCommand, pasteStyleCommand } from './style-commands.ts'
import { cheatSheetCommand, gridCommand, paletteCommand } from './view-commands.ts'
import { zoomSelectionCommand } from './zoom-selection-command.ts'
import { zoomFitCommand, zoomInCommand, zoomOutCommand, zoomResetCommand } from './zoom-commands.ts'

export interface CommandGroup {
  id: string
  title: (t: Translate) => string
  commands: readonly Command[]
}

export const commandGroups: readonly CommandGroup[] = [
  {
    id: 'edit',
    title: (t) => t('editor:commands.edit'),
    commands: [
      undoCommand,
      redoCommand,
      cutCommand,
      copyCommand,
      pasteCommand,
      pasteInPlaceCommand,
      duplicateCommand,
      deleteCommand,
      selectAllCommand,
      deselectCommand,
      editTextCommand,
      cropCommand,
      replaceImageCommand,
      playCommand,
      replaceMediaCommand,
      copyStyleCommand,
      pasteStyleCommand,
    ],
  },
  {
    id: 'arrange',
    title: (t) => t('editor:commands.arrange'),
    commands: [
      groupCommand,
      ungroupCommand,
      enterGroupCommand,
      lockCommand,
      hideCommand,
      frontCommand,
      forwardCommand,
      backwardCommand,
      backCommand,
      flipXCommand,
      flipYCommand,
      ...sizingCommands,
    ],
  },
  {
    id: 'align',
    title: (t) => t('editor:commands.align'),
    commands: [...alignCommands, ...distributeCommands, ...sizeCommands],
  },
  {
    id: 'view',
    title: (t) => t('editor:commands.view'),
    commands: [
      zoomInCommand,
      zoomOutCommand,
      zoomResetCommand,
      zoomFitCommand,
      zoomSelectionCommand,
      gridCommand,
      paletteCommand,
      cheatSheetCommand,
      ...regionCommands,
    ],
  },
  {
    id: 'pages',
    title: (t) => t('pages:command.group'),
    commands: [...pageCommands, presentCommand, presentFirstCommand],
  },
  {
    id: 'file',
    title: (t) => t('editor:commands.file'),
    commands: [saveCommand, versionsCommand, exportPngCommand, exportJsonCommand],
  },
]

export const commands: readonly Command[] = commandGroups.flatMap((group) => group.commands)
