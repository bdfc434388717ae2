import { Divider } from '@mantine/core'
import { familyOf, fontFamilies, fontStack, headingScale, highlightColor } from '@anawim/drawing'
import { type TextAlign, textAligns, type TextStyleDefaults } from '@anawim/lesson'
import {
  IconAlignCenter,
  IconAlignJustified,
  IconAlignLeft,
  IconAlignRight,
  IconHighlight,
  IconTextColor,
} from '@tabler/icons-react'
import { type Editor as Tiptap, useEditorState } from '@tiptap/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ColorField } from '../ui/ColorField.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { BarMenu } from './BarMenu.tsx'
import { LinkField } from './LinkField.tsx'
import { blockToggles, clearMarks, listToggles, markToggles, type Toggle } from './typing-marks.ts'
import styles from './TypingBar.module.css'
import type { Translate } from '../session/translate.ts'

const alignChoices = {
  left: { icon: IconAlignLeft, label: (t: Translate) => t('format:align.left') },
  center: { icon: IconAlignCenter, label: (t: Translate) => t('format:align.center') },
  right: { icon: IconAlignRight, label: (t: Translate) => t('format:align.right') },
  justify: { icon: IconAlignJustified, label: (t: Translate) => t('format:align.justify') },
} as const

const sizes = [12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96]
const families = fontFamilies.map((family) => ({
  value: family,
  label: family,
  style: { fontFamily: fontStack(family) },
}))
const levels = [1, 2, 3] as const
/** Of a heading; 0 of plain text. */
type Level = 0 | (typeof levels)[number]

interface TypingBarProps {
  tiptap: Tiptap
  /** What the text is where no mark says otherwise. */
  element: TextStyleDefaults
  isLinkOpen: boolean
  setLinkOpen: (isOpen: boolean) => void
}

/** How what one types looks. It leaves focus and selection in the text, and is not rendered again with each letter of it. */
export const TypingBar = memo(function TypingBar({ tiptap, element, isLinkOpen, setLinkOpen }: TypingBarProps) {
  const { t } = useTranslation(['editor', 'format'])
  const state = useEditorState({
    editor: tiptap,
    selector: ({ editor }) => {
      const style = editor.getAttributes('textStyle')
      const said = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
      const level: Level = levels.find((level) => editor.isActive('heading', { level })) ?? 0
      return {
        active: [...markToggles, ...blockToggles].filter((toggle) => toggle.isActive(editor)).map(({ id }) => id),
        align: textAligns.find((align) => editor.isActive({ textAlign: align })) ?? null,
        level,
        isInList: editor.isActive('listItem'),
        color: said(style['color']),
        fontSize: said(style['fontSize']),
        fontFamily: said(style['fontFamily']),
        highlight: editor.isActive('highlight')
          ? (said(editor.getAttributes('highlight')['color']) ?? highlightColor)
          : 'transparent',
        href: said(editor.getAttributes('link')['href']),
      }
    },
  })
  const align: TextAlign = state.align ?? element.align
  const nextAlign = textAligns[(textAligns.indexOf(align) + 1) % textAligns.length] ?? 'left'
  const usual = element.fontSize * (state.level === 0 ? 1 : headingScale[state.level])
  const size = state.fontSize === null ? usual : Number.parseFloat(state.fontSize)
  const family = familyOf(state.fontFamily ?? element.fontFamily)
  const chain = () => tiptap.chain().focus()
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
  const styleChoices = [
    { value: 0 as Level, label: t('format:text.paragraph') },
    ...levels.map((level) => ({ value: level, label: t('format:text.heading', { level }) })),
  ]
  const style = styleChoices.find(({ value }) => value === state.level)?.label ?? ''
  return (
    <div
      className={styles.bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('format:text.toolbar')}
      data-over-canvas
      onKeyDown={({ key }) => key === 'Escape' && setTimeout(() => chain().run())}
    >
      <BarMenu<Level>
        label={t('format:text.style', { style })}
        value={state.level}
        choices={styleChoices}
        onChoose={(level) => (level === 0 ? chain().setParagraph() : chain().setHeading({ level })).run()}
      />
      <BarMenu
        label={t('format:text.family', { family })}
        value={family}
        choices={families}
        onChoose={(chosen) => chain().setFontFamily(chosen).run()}
      />
      <BarMenu
        label={t('format:text.size', { size })}
        value={size}
        choices={sizes.map((value) => ({ value, label: `${value}` }))}
        onChoose={(chosen) => chain().setFontSize(`${chosen}px`).run()}
      />
      <Divider orientation="vertical" my={6} />
      {row(markToggles)}
      <ColorField
        icon={IconTextColor}
        label={t('format:text.color')}
        value={state.color ?? element.color}
        onCommit={(color) => chain().setColor(color).run()}
      />
      <ColorField
        icon={IconHighlight}
        label={t('format:text.highlight')}
        value={state.highlight}
        allowsTransparent
        onCommit={(color) =>
          (color === 'transparent' ? chain().unsetHighlight() : chain().setHighlight({ color })).run()
        }
      />
      <LinkField tiptap={tiptap} href={state.href} isOpen={isLinkOpen} setOpen={setLinkOpen} />
      {row([clearMarks])}
      <Divider orientation="vertical" my={6} />
      {row(blockToggles)}
      {state.isInList && row(listToggles)}
      <IconAction
        icon={alignChoices[align].icon}
        label={alignChoices[align].label(t)}
        keepsFocus
        onClick={() => chain().setTextAlign(nextAlign).run()}
      />
    </div>
  )
})
