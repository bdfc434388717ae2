import type { SchoolClass } from '@anawim/api/contract'
import { IconSchool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../ui/Notice.tsx'
import styles from './classes.module.css'
import { LeaveClass } from './LeaveClass.tsx'

interface ClassCardsProps {
  classes: SchoolClass[]
  teaches: boolean
  /** Whose account their teacher made: they stay in their classes. */
  isPupilByCode: boolean
}

/** Classes as cards; a teacher's lead to their pupils, a student's can be left. */
export function ClassCards({ classes, teaches, isPupilByCode }: ClassCardsProps) {
  const { t } = useTranslation('people')
  if (classes.length === 0) {
    const title = teaches ? t('people:classes.emptyTeacher') : t('people:classes.emptyStudent')
    const text = teaches ? t('people:classes.emptyTeacherText') : t('people:classes.emptyStudentText')
    return <Notice icon={IconSchool} title={title} text={text} />
  }
  return (
    <ul className={styles.cards} aria-label={t('people:classes.title')}>
      {classes.map(({ id, name, teacher, pupil_count: count }) => (
        <li key={id} className={styles.card}>
          <IconSchool size={28} stroke={1.5} aria-hidden />
          <span className={styles.cardText}>
            {teaches ? (
              <Link to={`/classes/${id}`} className={styles.cardName}>
                {name}
              </Link>
            ) : (
              <span className={styles.cardName}>{name}</span>
            )}
            <span className={styles.cardNote}>
              {count === null ? teacher.full_name : t('people:classShare.count', { count })}
            </span>
          </span>
          {!teaches && !isPupilByCode && <LeaveClass id={id} name={name} />}
        </li>
      ))}
    </ul>
  )
}
