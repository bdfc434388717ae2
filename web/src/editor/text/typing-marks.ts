import type { Editor as Tiptap } from '@tiptap/react'
import {
  IconBold,
  IconClearFormatting,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
  IconListNumbers,
  IconStrikethrough,
  IconSubscript,
  IconSuperscript,
  IconUnderline,
  type Icon,
} from '@tabler/icons-react'
import type { Translate } from '../session/translate.ts'

/** A switch of the typing bar. */
export interface Toggle {
  id: string
  icon: Icon
  label: (t: Translate) => string
  shortcut?: string
  isActive: (tiptap: Tiptap) => boolean
  run: (tiptap: Tiptap) => void
}

export const markToggles: readonly Toggle[] = [
  {
    id: 'bold',
    icon: IconBold,
    label: (t) => t('format:text.bold'),
    shortcut: 'mod+b',
    isActive: (tiptap) => tiptap.isActive('bold'),
    run: (tiptap) => tiptap.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    icon: IconItalic,
    label: (t) => t('format:text.italic'),
    shortcut: 'mod+i',
    isActive: (tiptap) => tiptap.isActive('italic'),
    run: (tiptap) => tiptap.chain().focus().toggleItalic().run(),
  },
  {
    id: 'underline',
    icon: IconUnderline,
    label: (t) => t('format:text.underline'),
    shortcut: 'mod+u',
    isActive: (tiptap) => tiptap.isActive('underline'),
    run: (tiptap) => tiptap.chain().focus().toggleUnderline().run(),
  },
  {
    id: 'strike',
    icon: IconStrikethrough,
    label: (t) => t('format:text.strike'),
    shortcut: 'mod+shift+s',
    isActive: (tiptap) => tiptap.isActive('strike'),
    run: (tiptap) => tiptap.chain().focus().toggleStrike().run(),
  },
  {
    id: 'subscript',
    icon: IconSubscript,
    label: (t) => t('format:text.subscript'),
    shortcut: 'mod+,',
    isActive: (tiptap) => tiptap.isActive('subscript'),
    run: (tiptap) => tiptap.chain().focus().unsetSuperscript().toggleSubscript().run(),
  },
  {
    id: 'superscript',
    icon: IconSuperscript,
    label: (t) => t('format:text.superscript'),
    shortcut: 'mod+.',
    isActive: (tiptap) => tiptap.isActive('superscript'),
    run: (tiptap) => tiptap.chain().focus().unsetSubscript().toggleSuperscript().run(),
  },
]

/** Takes all marks away. */
export const clearMarks: Toggle & { shortcut: string } = {
  id: 'clear',
  icon: IconClearFormatting,
  label: (t) => t('format:text.clear'),
  shortcut: 'mod+\\',
  isActive: () => false,
  run: (tiptap) => tiptap.chain().focus().unsetAllMarks().run(),
}

/** How deep an item of a list stands: shown where the caret is in one. */
export const listToggles: readonly Toggle[] = [
  {
    id: 'outdent',
    icon: IconIndentDecrease,
    label: (t) => t('format:text.outdent'),
    shortcut: 'shift+tab',
    isActive: () => false,
    run: (tiptap) => tiptap.chain().focus().liftListItem('listItem').run(),
  },
  {
    id: 'indent',
    icon: IconIndentIncrease,
    label: (t) => t('format:text.indent'),
    shortcut: 'tab',
    isActive: () => false,
    run: (tiptap) => tiptap.chain().focus().sinkListItem('listItem').run(),
  },
]

export const blockToggles: readonly Toggle[] = [
  {
    id: 'bulletList',
    icon: IconList,
    label: (t) => t('format:text.bulletList'),
    shortcut: 'mod+shift+8',
    isActive: (tiptap) => tiptap.isActive('bulletList'),
    run: (tiptap) => tiptap.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    icon: IconListNumbers,
    label: (t) => t('format:text.orderedList'),
    shortcut: 'mod+shift+7',
    isActive: (tiptap) => tiptap.isActive('orderedList'),
    run: (tiptap) => tiptap.chain().focus().toggleOrderedList().run(),
  },
]
