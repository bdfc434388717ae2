import type { ElementKind, ElementOf } from '@anawim/lesson'
import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Point } from '../canvas/point.ts'
import type { Editor } from '../session/editor.ts'
import type { EditorSession } from '../session/session.ts'
import type { ToolHands, ToolState } from '../tools/tool.ts'
import type { Translate } from '../session/translate.ts'

/** What a panel shows and changes: one or more elements of one kind. */
export interface PanelProps<K extends ElementKind> {
  elements: readonly ElementOf<K>[]
  /** Writes properties of all of them, as one step of undo. */
  update: (patch: Partial<ElementOf<K>>) => void
}

/** What edits an element in its place on the page. `takeEarlyTyping` gives what was typed before it had come. */
export interface InsideProps {
  id: string
  takeEarlyTyping: () => string
}

/** How one kind is made, named and edited. */
export interface KindEditor<K extends ElementKind> {
  icon: Icon
  /** The key that does what its button in the toolbar does. */
  key: string
  /** What its key does, where that is not what the button does. */
  keyTakes?: (editor: Editor) => void
  /** Keys that take a variant of the tool, and its name. */
  otherKeys?: Readonly<Record<string, { name: (t: Translate) => string; take: (editor: Editor) => void }>>
  /** The button's name. */
  toolName: (t: Translate) => string
  /** False: it has no button of its own, another kind's options lead to it. */
  isBesideOthers?: boolean
  /** What the button does: takes the tool, or asks for a file. */
  take: (editor: Editor) => void
  /** What the pointer does while this kind's tool is taken; null when it has none. */
  startTool: ((session: EditorSession) => ToolState) | null
  /** A choice beside the button, where there is something to choose. */
  ToolOptions: ComponentType | null
  /** What one draws with, shown beside the toolbar as long as the tool is held; absent where there is nothing to choose. */
  ToolFlyout?: ComponentType
  /** What it is called, in one or two words. */
  name: (t: Translate, element: ElementOf<K>) => string
  /** What a double click or Enter opens over it: its text, say. Absent where there is nothing inside. */
  Inside?: ComponentType<InsideProps>
  /** What a screen reader says of it beside the name and the place; empty when there is nothing. */
  describe: (element: ElementOf<K>) => string
  /** The handles of one that is selected alone, instead of those of its box: page pixels, from the element as it is drawn. */
  ownHandles?: (element: ElementOf<K>) => readonly { handle: string; point: Point }[]
  /** What pulling such a handle does; null while its code is not here. `element` as it is drawn. */
  pull?: (element: ElementOf<K>, handle: string, hands: ToolHands, rest: () => ToolState) => ToolState | null
  Panel: ComponentType<PanelProps<K>>
}
