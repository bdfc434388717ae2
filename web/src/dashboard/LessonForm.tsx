import { Alert, Autocomplete, Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import styles from './LessonForm.module.css'
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
  /** What is chosen beside the fields; on a phone between them and the buttons. */
  beside?: ReactNode
}

/** A lesson's title, level and topic. Levels and topics that others use are offered, so that a school comes to one spelling. */
export function LessonForm({ initial, submitText, onSubmit, onCancel, beside }: LessonFormProps) {
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
    <form onSubmit={submit} noValidate className={styles.form} data-beside={beside ? true : undefined}>
      <Stack gap="md" className={styles.fields}>
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
        <SimpleGrid cols={beside ? { base: 2, sm: 1 } : { base: 1, xs: 2 }} spacing="md">
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
      </Stack>
      {beside && <div className={styles.beside}>{beside}</div>}
      <Group justify="flex-end" gap="sm" className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={form.submitting}>
          {submitText}
        </Button>
      </Group>
    </form>
  )
}
