import type { Editor as Tiptap } from '@tiptap/react'
import {
  IconBold,
  IconH1,
  IconH2,
  IconH3,
  IconItalic,
  IconList,
  IconListNumbers,
  IconStrikethrough,
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
    label: (t) => t('editor:text.bold'),
    shortcut: 'mod+b',
    isActive: (tiptap) => tiptap.isActive('bold'),
    run: (tiptap) => tiptap.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    icon: IconItalic,
    label: (t) => t('editor:text.italic'),
    shortcut: 'mod+i',
    isActive: (tiptap) => tiptap.isActive('italic'),
    run: (tiptap) => tiptap.chain().focus().toggleItalic().run(),
  },
  {
    id: 'underline',
    icon: IconUnderline,
    label: (t) => t('editor:text.underline'),
    shortcut: 'mod+u',
    isActive: (tiptap) => tiptap.isActive('underline'),
    run: (tiptap) => tiptap.chain().focus().toggleUnderline().run(),
  },
  {
    id: 'strike',
    icon: IconStrikethrough,
    label: (t) => t('editor:text.strike'),
    shortcut: 'mod+shift+s',
    isActive: (tiptap) => tiptap.isActive('strike'),
    run: (tiptap) => tiptap.chain().focus().toggleStrike().run(),
  },
]

const headingIcons = { 1: IconH1, 2: IconH2, 3: IconH3 } as const

export const blockToggles: readonly Toggle[] = [
  ...([1, 2, 3] as const).map((level): Toggle => ({
    id: `heading${level}`,
    icon: headingIcons[level],
    label: (t) => t('editor:text.heading', { level }),
    shortcut: `mod+alt+${level}`,
    isActive: (tiptap) => tiptap.isActive('heading', { level }),
    run: (tiptap) => tiptap.chain().focus().toggleHeading({ level }).run(),
  })),
  {
    id: 'bulletList',
    icon: IconList,
    label: (t) => t('editor:text.bulletList'),
    shortcut: 'mod+shift+8',
    isActive: (tiptap) => tiptap.isActive('bulletList'),
    run: (tiptap) => tiptap.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    icon: IconListNumbers,
    label: (t) => t('editor:text.orderedList'),
    shortcut: 'mod+shift+7',
    isActive: (tiptap) => tiptap.isActive('orderedList'),
    run: (tiptap) => tiptap.chain().focus().toggleOrderedList().run(),
  },
]
