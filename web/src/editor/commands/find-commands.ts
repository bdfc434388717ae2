import { IconPointer, IconPointerBolt, type Icon } from '@tabler/icons-react'
import { kindEditors } from '../kinds/index.ts'
import type { Editor } from '../session/editor.ts'
import type { Translate } from '../session/translate.ts'
import { commandGroups } from './command-list.ts'
import type { Command } from './command.ts'

/** What a teacher can ask for by name: the commands, and the tools. */
export function nameable(editor: Editor, t: Translate): Command[] {
  const tool = (id: string, label: Command['label'], icon: Icon, key: string, run: Command['run']): Command => ({
    id: `tool-${id}`,
    label,
    icon,
    shortcuts: [key],
    isEnabled: () => true,
    run,
  })
  const tools = [
    tool(
      'select',
      (t) => t('editor:tool.select'),
      IconPointer,
      'v',
      ({ session }) => session.tool.set('select'),
    ),
    ...Object.entries(kindEditors).flatMap(([kind, { icon, key, toolName, take, keyTakes = take, otherKeys = {} }]) => [
      tool(kind, toolName, icon, key, keyTakes),
      ...Object.entries(otherKeys).map(([other, { name, take }]) => tool(`${kind}-${other}`, name, icon, other, take)),
    ]),
    tool(
      'laser',
      (t) => t('editor:tool.laser'),
      IconPointerBolt,
      'k',
      ({ session }) => session.tool.set('laser'),
    ),
  ]
  return [...tools, ...commandGroups.flatMap(({ commands }) => commands)].filter(
    (command) => command.id !== 'palette' && command.isEnabled(editor) && command.label(t) !== '',
  )
}

/** Those whose names hold all the words, written with accents or without; names that begin with the first come first. */
export function findCommands(commands: readonly Command[], text: string, t: Translate): Command[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  const named = commands.map((command) => ({ command, name: plain(command.label(t)) }))
  const found = named.filter(({ name }) => words.every((word) => name.includes(word)))
  const begins = ({ name }: (typeof named)[number]) => (words[0] && name.startsWith(words[0]) ? 0 : 1)
  return found.toSorted((one, other) => begins(one) - begins(other)).map(({ command }) => command)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
}
