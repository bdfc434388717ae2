import { Button, CloseButton, Loader, Switch, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/index.ts'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './MembersEditor.module.css'
import { NewLinkBox } from './NewLinkBox.tsx'
import type { SharedLesson } from './shared-lesson.ts'

/** Links by which people without an account read the lesson: making one, and taking it back. */
export function ShareLinks({ lesson }: { lesson: SharedLesson }) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const params = { id: lesson.id }
  const key = ['lessons', 'links', lesson.id]
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  const links = useQuery({ queryKey: key, queryFn: ({ signal }) => call('listLinks', { params }, { signal }) })
  const make = useMutation({
    mutationFn: (body: { days: number; with_code: boolean }) => call('createLink', { params, body }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (linkId: number) => call('removeLink', { params: { id: lesson.id, linkId } }),
    onSuccess: (_answer, linkId) => linkId === make.data?.link.id && make.reset(),
    onSettled,
  })
  const [days, setDays] = useState('30')
  const [withCode, setWithCode] = useState(false)
  const failure = links.error ?? make.error ?? remove.error
  const day = (time: string) => new Date(time).toLocaleDateString(currentLanguage(), { dateStyle: 'medium' })

  return (
    <div>
      <Text size="sm" c="dimmed" mb="md">
        {lesson.status === 'published' ? t('people:links.lead') : t('people:links.draft')}
      </Text>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate({ days: Number(days), with_code: withCode })
        }}
      >
        <Choice
          label={t('people:links.life')}
          choices={[
            { value: '1', label: t('people:links.day') },
            { value: '7', label: t('people:links.week') },
            { value: '30', label: t('people:links.month') },
            { value: '366', label: t('people:links.year') },
          ]}
          value={days}
          onChange={setDays}
        />
        <Switch
          className={styles.grow}
          label={t('people:links.withCode')}
          checked={withCode}
          onChange={({ currentTarget }) => setWithCode(currentTarget.checked)}
        />
        <Button type="submit" variant="light" loading={make.isPending}>
          {t('people:links.make')}
        </Button>
      </form>
      {make.data && <NewLinkBox made={make.data} />}
      <ul className={styles.people} aria-label={t('people:share.tabLinks')}>
        {links.data?.items.map(({ id, has_code: hasCode, created_at: made, expires_at: end }) => (
          <li key={id} className={styles.person}>
            <IconLink size={24} stroke={1.5} aria-hidden />
            <span className={styles.name}>
              {t('people:links.made', { day: day(made) })}
              <Text size="sm" c="dimmed">
                {t('people:links.ends', { day: day(end) })}
                {hasCode && ` · ${t('people:links.hasCode')}`}
              </Text>
            </span>
            <CloseButton
              aria-label={t('people:links.remove', { day: day(made) })}
              disabled={remove.isPending}
              onClick={() => remove.mutate(id)}
            />
          </li>
        ))}
      </ul>
      {links.isPending && <Loader size="sm" type="dots" />}
      {links.data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('people:links.none')}
        </Text>
      )}
      {failure && (
        <Text size="sm" c="red.9" role="alert" mt="sm">
          {errorText(failure)}
        </Text>
      )}
    </div>
  )
}
