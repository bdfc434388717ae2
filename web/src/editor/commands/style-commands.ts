import { elementSchemas, isKnownKind, type LessonElement, withDefaults } from '@anawim/lesson'
import { LOCAL, updateElements } from '@anawim/lesson/doc'
import { IconBrush, IconColorPicker } from '@tabler/icons-react'
import { asOneStep } from '../session/one-step.ts'
import { type Command, hasSelection } from './command.ts'
import { late } from './late-keys.ts'

/** What makes the look of an element, whatever its kind: neither what it is nor what stands in it. */
const styleKeys: ReadonlySet<string> = new Set([
  'fill',
  'stroke',
  'strokeWidth',
  'dash',
  'startHead',
  'endHead',
  'gradient',
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
  ...late('copyStyle'),
  label: (t) => t('editor:command.copyStyle'),
  icon: IconColorPicker,
  isEnabled: hasSelection,
  run({ session }) {
    const [first] = session.selected()
    if (!first) return
    held = Object.fromEntries(Object.entries(withDefaults(first)).filter(([key]) => styleKeys.has(key)))
  },
}

export const pasteStyleCommand: Command = {
  ...late('pasteStyle'),
  label: (t) => t('editor:command.pasteStyle'),
  icon: IconBrush,
  isEnabled: (editor) => held !== null && hasSelection(editor),
  run({ session }) {
    const style = held
    if (!style) return
    asOneStep(session, () =>
      session.doc.transact(() => {
        for (const element of session.selected()) updateElements(session.doc, [element.id], fitting(element, style))
      }, LOCAL),
    )
  },
}

/** What of a style a kind can have: a line cannot be as transparent as the edge of a shape. */
function fitting({ kind }: LessonElement, style: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!isKnownKind(kind)) return {}
  const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> = elementSchemas[kind].shape
  return Object.fromEntries(Object.entries(style).filter(([key, value]) => shape[key]?.safeParse(value).success))
}
