import { Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface NoticeProps {
  icon: Icon
  title: string
  text?: string
  /** Fills the window, for when there is nothing else on the page. */
  isPage?: boolean
  /** What one can do about it. */
  children?: ReactNode
}

/** A quiet message in place of content: nothing here, not found, not reachable. */
export function Notice({ icon: NoticeIcon, title, text, isPage, children }: NoticeProps) {
  const Frame = isPage ? 'main' : 'div'
  return (
    <Frame className={styles.notice} data-page={isPage || undefined}>
      <span className={styles.icon}>
        <NoticeIcon size={28} stroke={1.6} aria-hidden />
      </span>
      <Title order={isPage ? 1 : 2} fz={isPage ? 22 : 18} className={styles.title}>
        {title}
      </Title>
      {text && (
        <Text c="dimmed" maw={440}>
          {text}
        </Text>
      )}
      {children && <div className={styles.actions}>{children}</div>}
    </Frame>
  )
}
