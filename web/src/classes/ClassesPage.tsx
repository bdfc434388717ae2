import { isPlaceholderEmail } from '@anawim/lesson'
import { Button, Loader, Title } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayCreateLessons } from '../session/may.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { useUser } from '../session/use-session.ts'
import { Header } from '../shell/Header.tsx'
import { PageBody } from '../shell/PageBody.tsx'
import { Notice } from '../ui/Notice.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { ClassCards } from './ClassCards.tsx'
import styles from './classes.module.css'
import { CreateClassForm } from './CreateClassForm.tsx'
import { JoinClassForm } from './JoinClassForm.tsx'
import { useClasses } from './use-classes.ts'

/** `/classes`: for a teacher their classes, for a student those they are in, and how to come into another. */
export function ClassesPage() {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const user = useUser()
  const teaches = mayCreateLessons(user)
  const classes = useClasses()
  usePageTitle(t('people:classes.title'))
  return (
    <>
      <Header />
      <PageBody>
        <Title order={1} className={styles.title}>
          {t('people:classes.title')}
        </Title>
        <p className={styles.lead}>{teaches ? t('people:classes.leadTeacher') : t('people:classes.leadStudent')}</p>
        {teaches ? <CreateClassForm /> : <JoinClassForm />}
        {classes.isPending && <Loader type="dots" mt="xl" />}
        {!classes.data && classes.error && (
          <Notice icon={IconMoodSad} title={t('people:classes.notLoaded')} text={errorText(classes.error)}>
            <Button onClick={() => void classes.refetch()}>{t('common:retry')}</Button>
          </Notice>
        )}
        {classes.data && (
          <ClassCards classes={classes.data.items} teaches={teaches} isPupilByCode={isPlaceholderEmail(user.email)} />
        )}
      </PageBody>
    </>
  )
}
