import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './DialogActions.module.css'

/** The answers at the foot of a dialog, the one that is expected last: side by side, on a phone below each other. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <Group justify="flex-end" gap="sm" mt="xs" className={styles.actions}>
      {children}
    </Group>
  )
}
