import { withDefaults } from '@anawim/lesson'
import { updateElements } from '@anawim/lesson/doc'
import { IconBrush, IconColorPicker } from '@tabler/icons-react'
import { asOneStep } from '../session/one-step.ts'
import { type Command, hasSelection } from './command.ts'

/** What makes the look of an element, whatever its kind: neither what it is nor what stands in it. */
const styleKeys: ReadonlySet<string> = new Set([
  'fill',
  'stroke',
  'strokeWidth',
  'dash',
  'shadow',
  'radius',
  'opacity',
  'color',
  'fontFamily',
  'fontSize',
  'align',
  'verticalAlign',
  'lineHeight',
])

/** The style that was copied last, in any lesson of this page. */
let held: Readonly<Record<string, unknown>> | null = null

export const copyStyleCommand: Command = {
  id: 'copyStyle',
  label: (t) => t('editor:command.copyStyle'),
  icon: IconColorPicker,
  shortcuts: ['mod+alt+c'],
  isEnabled: hasSelection,
  run({ session }) {
    const [first] = session.selected()
    if (!first) return
    held = Object.fromEntries(Object.entries(withDefaults(first)).filter(([key]) => styleKeys.has(key)))
  },
}

export const pasteStyleCommand: Command = {
  id: 'pasteStyle',
  label: (t) => t('editor:command.pasteStyle'),
  icon: IconBrush,
  shortcuts: ['mod+alt+v'],
  isEnabled: (editor) => held !== null && hasSelection(editor),
  run({ session }) {
    const style = held
    if (style) asOneStep(session, () => updateElements(session.doc, session.selection.get(), style))
  },
}
