import { Alert, Button, Loader } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import { toast } from '../ui/toast.ts'
import styles from './ProfilePage.module.css'
import { SessionItem } from './SessionItem.tsx'

/** Where one is logged in, and the way out of each. */
export function SessionList() {
  const { t } = useTranslation('profile')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => call('listSessions', {}, { signal }),
  })
  const end = useMutation({
    mutationFn: (sessionId: number | 'others') =>
      sessionId === 'others' ? call('endOtherSessions') : call('endSession', { params: { sessionId } }),
    onSuccess: (_, sessionId) =>
      toast(sessionId === 'others' ? t('profile:sessions.endedOthers') : t('profile:sessions.ended')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  })

  if (sessions.isPending) return <Loader type="dots" />
  if (!sessions.data) {
    return (
      <Notice icon={IconMoodSad} title={t('profile:sessions.notLoaded')} text={errorText(sessions.error)}>
        <Button onClick={() => void sessions.refetch()}>{t('common:retry')}</Button>
      </Notice>
    )
  }
  const { items } = sessions.data
  const hasOthers = items.some((session) => !session.is_current)
  return (
    <>
      {end.isError && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {errorText(end.error)}
        </Alert>
      )}
      <ul className={styles.sessions}>
        {items.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            isEnding={end.isPending && end.variables === session.id}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
      {hasOthers && (
        <Button
          className={styles.everywhere}
          variant="default"
          loading={end.isPending && end.variables === 'others'}
          onClick={() => end.mutate('others')}
        >
          {t('profile:sessions.endOthers')}
        </Button>
      )}
    </>
  )
}
