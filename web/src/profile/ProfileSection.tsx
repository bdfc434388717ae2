import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import styles from './ProfilePage.module.css'

/** One card of the profile, a region of its own for screen readers. */
export function ProfileSection({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Title order={2} id={id} className={styles.heading}>
        {title}
      </Title>
      {lead && <p className={styles.lead}>{lead}</p>}
      <div className={styles.content}>{children}</div>
    </section>
  )
}
