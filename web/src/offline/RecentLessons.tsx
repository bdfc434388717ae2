import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { heldToken, subjectOf } from '../session/token-store.ts'
import styles from './RecentLessons.module.css'
import { listKept } from './recent-lessons.ts'

/** While the server is out of reach: what can be read all the same, as it was when one read it last. */
export function RecentLessons() {
  const { t } = useTranslation('common')
  const [lessons, setLessons] = useState<{ id: number; title: string }[]>([])
  useEffect(() => {
    const person = subjectOf(heldToken() ?? '')
    if (person === null || !('caches' in window)) return
    listKept(caches, person).then(setLessons, () => undefined)
  }, [])
  if (lessons.length === 0) return null
  return (
    <nav className={styles.recent} aria-labelledby="recent-lessons">
      <h2 id="recent-lessons" className={styles.title}>
        {t('common:offline.recent')}
      </h2>
      <p className={styles.text}>{t('common:offline.recentText')}</p>
      <ul className={styles.list}>
        {lessons.map(({ id, title }) => (
          <li key={id}>
            <a href={`/lessons/${id}/view`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
