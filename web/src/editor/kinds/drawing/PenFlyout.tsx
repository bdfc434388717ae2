import { ColorSwatch, Divider, UnstyledButton } from '@mantine/core'
import { brushes } from '@anawim/lesson'
import { IconEraser, IconHighlight, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEditorSession } from '../../session/editor-context.ts'
import { useValue } from '../../session/value.ts'
import styles from '../../toolbar/Flyout.module.css'
import { ColorField } from '../../ui/ColorField.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { type BrushStyle, type PenMode, readyStyles } from './pen-choice.ts'

/** Pen, highlighter or eraser, and with what colour and width. Open as long as one of them is held. */
export function PenFlyout() {
  const { t } = useTranslation('editor')
  const { pen } = useEditorSession()
  const choice = useValue(pen)
  const { mode } = choice
  const modes = [
    { mode: 'pen', icon: IconPencil, label: t('editor:pen.pen'), shortcut: 'p' },
    { mode: 'highlighter', icon: IconHighlight, label: t('editor:pen.highlighter'), shortcut: 'h' },
    { mode: 'eraser', icon: IconEraser, label: t('editor:pen.eraser'), shortcut: 'e' },
  ] as const satisfies readonly { mode: PenMode; [key: string]: unknown }[]
  const brush = brushes.find((name) => name === mode)
  const change = (style: Partial<BrushStyle>) =>
    brush && pen.set({ ...choice, [brush]: { ...choice[brush], ...style } })
  return (
    <>
      {modes.map((each) => (
        <IconAction
          key={each.mode}
          icon={each.icon}
          label={each.label}
          shortcut={each.shortcut}
          isActive={each.mode === mode}
          onClick={() => pen.set({ ...choice, mode: each.mode })}
        />
      ))}
      {brush && (
        <>
          <Divider orientation="vertical" my={6} />
          {readyStyles[brush].colors.map((color) => (
            <UnstyledButton
              key={color}
              className={styles.choice}
              aria-label={t('editor:pen.color', { color })}
              aria-pressed={color === choice[brush].stroke}
              onClick={() => change({ stroke: color })}
            >
              <ColorSwatch component="span" color={color} size={20} withShadow />
            </UnstyledButton>
          ))}
          <ColorField
            label={t('editor:pen.anyColor')}
            value={choice[brush].stroke}
            isCompact
            onCommit={(stroke) => change({ stroke })}
          />
          <Divider orientation="vertical" my={6} />
          {readyStyles[brush].widths.map((width, index) => (
            <UnstyledButton
              key={width}
              className={styles.choice}
              aria-label={t('editor:pen.width', { width })}
              aria-pressed={width === choice[brush].strokeWidth}
              onClick={() => change({ strokeWidth: width })}
            >
              <span className={styles.dot} style={{ width: 5 + index * 4, height: 5 + index * 4 }} />
            </UnstyledButton>
          ))}
        </>
      )}
    </>
  )
}
