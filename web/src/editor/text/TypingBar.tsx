import { Divider } from '@mantine/core'
import { type TextAlign, textAligns, type TextElement, type withDefaults } from '@anawim/lesson'
import { IconAlignCenter, IconAlignJustified, IconAlignLeft, IconAlignRight } from '@tabler/icons-react'
import { type Editor as Tiptap, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { ColorField } from '../ui/ColorField.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { FontSizeMenu } from './FontSizeMenu.tsx'
import { blockToggles, markToggles, type Toggle } from './typing-marks.ts'
import styles from './TypingBar.module.css'
import type { Translate } from '../session/translate.ts'

type FilledText = ReturnType<typeof withDefaults<TextElement>>

const alignChoices = {
  left: { icon: IconAlignLeft, label: (t: Translate) => t('editor:align.left') },
  center: { icon: IconAlignCenter, label: (t: Translate) => t('editor:align.center') },
  right: { icon: IconAlignRight, label: (t: Translate) => t('editor:align.right') },
  justify: { icon: IconAlignJustified, label: (t: Translate) => t('editor:align.justify') },
} as const

/** How what one types looks. It leaves focus and selection in the text. */
export function TypingBar({ tiptap, element }: { tiptap: Tiptap; element: FilledText }) {
  const { t } = useTranslation('editor')
  const state = useEditorState({
    editor: tiptap,
    selector: ({ editor }) => ({
      active: [...markToggles, ...blockToggles].filter((toggle) => toggle.isActive(editor)).map(({ id }) => id),
      align: textAligns.find((align) => editor.isActive({ textAlign: align })) ?? null,
      color: (editor.getAttributes('textStyle')['color'] as string | null | undefined) ?? null,
      fontSize: (editor.getAttributes('textStyle')['fontSize'] as string | null | undefined) ?? null,
    }),
  })
  const align: TextAlign = state.align ?? element.align
  const nextAlign = textAligns[(textAligns.indexOf(align) + 1) % textAligns.length] ?? 'left'
  const row = (toggles: readonly Toggle[]) =>
    toggles.map((toggle) => (
      <IconAction
        key={toggle.id}
        icon={toggle.icon}
        label={toggle.label(t)}
        shortcut={toggle.shortcut}
        isActive={state.active.includes(toggle.id)}
        keepsFocus
        onClick={() => toggle.run(tiptap)}
      />
    ))
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('editor:text.toolbar')} data-over-canvas>
      {row(markToggles)}
      <Divider orientation="vertical" my={6} />
      <FontSizeMenu
        size={state.fontSize === null ? element.fontSize : Number.parseFloat(state.fontSize)}
        onChoose={(size) => tiptap.chain().focus().setFontSize(`${size}px`).run()}
      />
      <ColorField
        isCompact
        label={t('editor:text.color')}
        value={state.color ?? element.color}
        onCommit={(color) => tiptap.chain().focus().setColor(color).run()}
      />
      <Divider orientation="vertical" my={6} />
      {row(blockToggles)}
      <IconAction
        icon={alignChoices[align].icon}
        label={alignChoices[align].label(t)}
        keepsFocus
        onClick={() => tiptap.chain().focus().setTextAlign(nextAlign).run()}
      />
    </div>
  )
}
