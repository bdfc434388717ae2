import { isPlaceholderEmail } from '@anawim/lesson'
import { Alert, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { nameProblem } from '../auth/registration-fields.ts'
import { chooseLanguage, currentLanguage, languages, type Language } from '../i18n/index.ts'
import { call } from '../session/school-call.ts'
import { asApiError } from '../session/api-error.ts'
import { loadSession } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { useUser } from '../session/use-session.ts'
import { toast } from '../ui/toast.ts'

const choices = Object.entries(languages).map(([value, label]) => ({ value, label }))

/** Name and language. The e-mail is what the account is known by, and stays. */
export function ProfileForm() {
  const { t } = useTranslation(['profile', 'auth'])
  const errorText = useErrorText()
  const user = useUser()
  const form = useForm<{ full_name: string; language: Language }>({
    initialValues: { full_name: user.full_name, language: user.language ?? currentLanguage() },
    validate: {
      full_name: (name) => {
        const problem = nameProblem(name)
        return problem && t(problem)
      },
    },
  })
  const save = useMutation({
    mutationFn: (body: { full_name: string; language: Language }) => call('updateProfile', { body }),
    onSuccess: async (_, { language }) => {
      await Promise.all([chooseLanguage(language), loadSession()])
      // In the language that was just chosen.
      toast(i18next.t('profile:saved'))
    },
    onError: (error) => {
      const isName = asApiError(error).details.some(({ path }) => path === 'full_name')
      if (isName) form.setFieldError('full_name', t('auth:fullNameInvalid'))
    },
  })
  const failure = save.isError && !form.errors['full_name'] ? save.error : null

  return (
    <form
      onSubmit={form.onSubmit(
        (values) => save.mutate(values),
        () => form.getInputNode('full_name')?.focus(),
      )}
      noValidate
    >
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {errorText(failure)}
          </Alert>
        )}
        <TextInput label={t('auth:fullName')} autoComplete="name" {...form.getInputProps('full_name')} />
        {!isPlaceholderEmail(user.email) && (
          <TextInput label={t('auth:email')} description={t('profile:emailHelp')} value={user.email} readOnly />
        )}
        <NativeSelect
          label={t('profile:language')}
          description={t('profile:languageHelp')}
          data={choices}
          {...form.getInputProps('language')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
