import { Alert, Button, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '../i18n/index.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import { categoryNames, useCategoryTexts, type CategoryName } from './categories.ts'

export interface TemplateFields {
  name: string
  description: string
  language: Language
  category: CategoryName
}

/** Most characters, as the contract has them (`templateLimits`). */
const MOST = { name: 120, description: 500 }

interface TemplateFormProps {
  initial: TemplateFields
  submitText: string
  onSubmit: (fields: TemplateFields) => Promise<void>
  onCancel: () => void
}

/** What the gallery tells of a template. */
export function TemplateForm({ initial, submitText, onSubmit, onCancel }: TemplateFormProps) {
  const { t } = useTranslation('dashboard')
  const categories = useCategoryTexts()
  const errorText = useErrorText()
  const [failure, setFailure] = useState<unknown>(null)
  const form = useForm<TemplateFields>({
    initialValues: initial,
    validate: { name: (name) => (name.trim() ? null : t('dashboard:templates.nameMissing')) },
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
          label={t('dashboard:templates.name')}
          maxLength={MOST.name}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Textarea
          label={t('dashboard:templates.description')}
          description={t('dashboard:templates.descriptionHint')}
          maxLength={MOST.description}
          autosize
          minRows={2}
          maxRows={5}
          {...form.getInputProps('description')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <NativeSelect
            label={t('dashboard:templates.category.label')}
            data={categoryNames.map((name) => ({ value: name, label: categories[name] }))}
            {...form.getInputProps('category')}
          />
          <NativeSelect
            label={t('dashboard:templates.language')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('language')}
          />
        </SimpleGrid>
        <DialogActions>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {submitText}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}
