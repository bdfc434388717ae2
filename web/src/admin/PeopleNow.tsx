import type { LessonActivity } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import styles from './AdminPage.module.css'

/** Names that stand in the table; the others are a number, and are told when one points there. */
const SHOWN = 4

/** How many there are, and the first of them by name. Who came by a link has none. */
export function PeopleNow({ people, count }: { people: LessonActivity['viewers']; count: number }) {
  const { t } = useTranslation('admin')
  if (count === 0) return <span className={styles.nobody}>{t('admin:now.none')}</span>
  const names = people.map((person) => person.full_name)
  const shown = names.slice(0, SHOWN).join(', ')
  const others = count - Math.min(SHOWN, names.length)
  const text =
    others === 0
      ? shown
      : shown === ''
        ? t('admin:now.guests', { count: others })
        : t('admin:now.andOthers', { names: shown, count: others })
  return (
    <span className={styles.people} title={names.length > SHOWN ? names.join(', ') : undefined}>
      <strong>{count}</strong> {text}
    </span>
  )
}
