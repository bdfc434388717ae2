import { Alert, Autocomplete, Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { useFacets } from './use-lessons.ts'

export interface LessonFields {
  title: string
  level: string
  topic: string
}

/** Most characters, as the contract has them (`lessonLimits`). */
const MOST = { title: 200, label: 80 }

interface LessonFormProps {
  initial: LessonFields
  submitText: string
  onSubmit: (fields: LessonFields) => Promise<void>
  onCancel: () => void
}

/** A lesson's title, level and topic. Levels and topics that others use are offered, so that a school comes to one spelling. */
export function LessonForm({ initial, submitText, onSubmit, onCancel }: LessonFormProps) {
  const { t } = useTranslation('dashboard')
  const errorText = useErrorText()
  const facets = useFacets().data
  const [failure, setFailure] = useState<unknown>(null)
  const form = useForm<LessonFields>({
    initialValues: initial,
    validate: { title: (title) => (title.trim() ? null : t('dashboard:titleMissing')) },
  })

  const submit = form.onSubmit(async (fields) => {
    setFailure(null)
    try {
      await onSubmit(fields)
    } catch (error) {
      setFailure(error)
    }
  })

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {errorText(failure)}
          </Alert>
        )}
        <TextInput
          label={t('dashboard:titleLabel')}
          placeholder={t('dashboard:titlePlaceholder')}
          maxLength={MOST.title}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <Autocomplete
            label={t('dashboard:level')}
            placeholder={t('dashboard:levelPlaceholder')}
            data={facets?.levels ?? []}
            limit={8}
            maxLength={MOST.label}
            {...form.getInputProps('level')}
          />
          <Autocomplete
            label={t('dashboard:topic')}
            placeholder={t('dashboard:topicPlaceholder')}
            data={facets?.topics ?? []}
            limit={8}
            maxLength={MOST.label}
            {...form.getInputProps('topic')}
          />
        </SimpleGrid>
        <Group justify="flex-end" gap="sm" mt="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {submitText}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
