import { Anchor, Button, CloseButton, Loader, Text } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './MembersEditor.module.css'
import type { SharedLesson } from './shared-lesson.ts'

/** The classes that a lesson is shared with, and a line to add one of one's own. */
export function SharedClasses({ lesson }: { lesson: SharedLesson }) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const mayShare = lesson.allowed.includes('share')
  const params = { id: lesson.id }
  const key = ['lessons', 'classes', lesson.id]
  const shared = useQuery({ queryKey: key, queryFn: ({ signal }) => call('listSharedClasses', { params }, { signal }) })
  const own = useQuery({
    queryKey: ['classes'],
    queryFn: ({ signal }) => call('listClasses', undefined, { signal }),
    enabled: mayShare,
  })
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  const add = useMutation({
    mutationFn: (classId: number) => call('shareWithClass', { params, body: { class_id: classId } }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (classId: number) => call('unshareWithClass', { params: { id: lesson.id, classId } }),
    onSettled,
  })
  const [chosen, setChosen] = useState('')
  const items = shared.data?.items ?? []
  const free = (own.data?.items ?? []).filter(({ id }) => !items.some((item) => item.id === id))
  const selected = free.find(({ id }) => String(id) === chosen) ?? free[0]
  const failure = shared.error ?? own.error ?? add.error ?? remove.error

  return (
    <div>
      <Text size="sm" c="dimmed" mb="md">
        {lesson.status === 'published' ? t('people:classShare.lead') : t('people:classShare.draft')}
      </Text>
      {mayShare && selected && (
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate(selected.id)
          }}
        >
          <Choice
            className={styles.grow}
            label={t('people:classShare.choose')}
            choices={free.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(selected.id)}
            onChange={setChosen}
          />
          <Button type="submit" variant="light" loading={add.isPending}>
            {t('people:classShare.add')}
          </Button>
        </form>
      )}
      {mayShare && own.data?.items.length === 0 && (
        <Text size="sm">
          {t('people:classShare.none')}{' '}
          <Anchor component={Link} to="/classes" inherit>
            {t('people:classShare.make')}
          </Anchor>
        </Text>
      )}
      <ul className={styles.people} aria-label={t('people:share.tabClasses')}>
        {items.map(({ id, name, pupil_count: count }) => (
          <li key={id} className={styles.person}>
            <IconSchool size={24} stroke={1.5} aria-hidden />
            <span className={styles.name}>{name}</span>
            <Text size="sm" c="dimmed">
              {t('people:classShare.count', { count })}
            </Text>
            {mayShare && (
              <CloseButton
                aria-label={t('people:share.remove', { name })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {shared.isPending && <Loader size="sm" type="dots" />}
      {shared.isSuccess && items.length === 0 && !selected && !mayShare && (
        <Text size="sm">{t('people:classShare.empty')}</Text>
      )}
      {failure && (
        <Text size="sm" c="red.9" role="alert" mt="sm">
          {errorText(failure)}
        </Text>
      )}
    </div>
  )
}
