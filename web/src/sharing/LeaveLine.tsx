import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { toast } from '../ui/toast.ts'
import type { SharedLesson } from './shared-lesson.ts'

/** Leaves a lesson that somebody else shared. Asked twice: only its author can undo it. */
export function LeaveLine({ lesson, onLeft }: { lesson: Pick<SharedLesson, 'id' | 'title'>; onLeft: () => void }) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const leave = useMutation({
    mutationFn: () => call('leaveLesson', { params: { id: lesson.id } }),
    onSuccess() {
      toast(t('people:leave.done', { title: lesson.title }))
      onLeft()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['lessons'] }),
  })
  if (!isAsked) {
    return (
      <Button variant="subtle" color="red.8" mt="md" onClick={() => setAsked(true)}>
        {t('people:leave.leave')}
      </Button>
    )
  }
  return (
    <div>
      <Text size="sm" mt="md">
        {t('people:leave.text')}
      </Text>
      {leave.error && (
        <Text size="sm" c="red.9" role="alert" mt="xs">
          {errorText(leave.error)}
        </Text>
      )}
      <Group gap="sm" mt="sm">
        <Button color="red.8" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('people:leave.leave')}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t('common:cancel')}
        </Button>
      </Group>
    </div>
  )
}
