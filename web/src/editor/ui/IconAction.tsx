import { ActionIcon } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { shortcutText } from '../commands/shortcut.ts'
import styles from './IconAction.module.css'

interface IconActionProps {
  icon: Icon
  label: string
  shortcut?: string | undefined
  isActive?: boolean | undefined
  isDisabled?: boolean | undefined
  /** In a text editor's bar: the text must keep the focus and the selection. */
  keepsFocus?: boolean | undefined
  onClick: () => void
}

/** A button that is an icon: its name is in the tooltip, with the shortcut, and read to those who cannot see it. */
export function IconAction({
  icon: ActionGlyph,
  label,
  shortcut,
  isActive,
  isDisabled,
  keepsFocus,
  onClick,
}: IconActionProps) {
  return (
    <ActionIcon
      data-tip={shortcut ? `${label} · ${shortcutText(shortcut)}` : label}
      variant={isActive ? 'light' : 'subtle'}
      color={isActive ? 'jade' : 'gray.8'}
      size={36}
      className={styles.action}
      radius="md"
      aria-label={label}
      aria-pressed={isActive}
      disabled={isDisabled ?? false}
      onMouseDown={keepsFocus ? (event) => event.preventDefault() : undefined}
      onClick={onClick}
    >
      <ActionGlyph size={20} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}
