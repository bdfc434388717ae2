import type { ReactNode } from 'react'
import styles from './PageBody.module.css'

/** What stands under the header: one column as wide as the header's. */
export function PageBody({ children }: { children: ReactNode }) {
  return (
    <main id="content" className={styles.body} tabIndex={-1}>
      {children}
    </main>
  )
}
