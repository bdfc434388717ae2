import { Switch, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import type { SharedLesson } from './shared-lesson.ts'

interface AudienceSwitchProps {
  lesson: SharedLesson
  onChanged: (() => void) | undefined
}

/** Of a published lesson: whether everyone in the school sees it, or only whom it is shared with. Of a draft, that nobody else does. */
export function AudienceSwitch({ lesson, onChanged }: AudienceSwitchProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: (isPublic: boolean) =>
      call('publishLesson', { params: { id: lesson.id }, body: { is_public: isPublic } }),
    onSuccess: () => onChanged?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['lessons'] }),
  })
  if (lesson.status === 'draft') {
    return (
      <Text size="sm" c="dimmed" mt="md">
        {t('people:share.draft')}
      </Text>
    )
  }
  return (
    <>
      <Switch
        mt="md"
        label={t('people:share.everyone')}
        description={t('people:share.everyoneText')}
        checked={publish.isPending ? publish.variables : (publish.data ?? lesson).is_public}
        disabled={publish.isPending}
        onChange={({ currentTarget }) => publish.mutate(currentTarget.checked)}
      />
      {publish.error && (
        <Text size="sm" c="red.9" role="alert" mt="xs">
          {errorText(publish.error)}
        </Text>
      )}
    </>
  )
}
