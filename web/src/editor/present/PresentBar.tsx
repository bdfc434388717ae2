import { ActionIcon } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconDeviceDesktopOff,
  type Icon,
  IconPointerBolt,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PresentAct } from './present-key.ts'
import styles from './Presentation.module.css'

interface PresentBarProps {
  /** From 0. */
  at: number
  count: number
  isLaser: boolean
  isBlack: boolean
  onAct: (act: PresentAct) => void
}

/** For the mouse: back, where one is, on, laser, black, out. It goes when nobody moves, and comes back with the pointer. */
export function PresentBar({ at, count, isLaser, isBlack, onAct }: PresentBarProps) {
  const { t } = useTranslation('pages')
  const button = (act: PresentAct, Glyph: Icon, label: string, key: string, isOn?: boolean) => (
    <ActionIcon
      variant={isOn ? 'filled' : 'subtle'}
      color={isOn ? 'red.8' : 'gray.3'}
      size={44}
      radius="md"
      aria-label={label}
      aria-pressed={isOn}
      title={`${label} · ${key}`}
      disabled={(act === 'previous' && at <= 0) || (act === 'next' && at >= count - 1)}
      onClick={() => onAct(act)}
    >
      <Glyph size={22} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
  return (
    <div className={styles.bar} data-dark>
      {button('previous', IconChevronLeft, t('pages:present.previous'), '←')}
      <span className={styles.counter} aria-hidden>
        {at + 1} / {count}
      </span>
      {button('next', IconChevronRight, t('pages:present.next'), '→')}
      {button('laser', IconPointerBolt, t('pages:present.laser'), 'L', isLaser)}
      {button('black', IconDeviceDesktopOff, t('pages:present.black'), 'B', isBlack)}
      {button('exit', IconX, t('pages:present.exit'), 'Esc')}
    </div>
  )
}
