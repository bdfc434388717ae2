import { Alert, Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../auth/PasswordField.tsx'
import { passwordProblem } from '../auth/registration-fields.ts'
import { call } from '../session/school-call.ts'
import { asApiError } from '../session/api-error.ts'
import { holdToken } from '../session/token-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { toast } from '../ui/toast.ts'

interface Fields {
  old_password: string
  new_password: string
}

/** Changes the password, for who knows the old one. `email` is for the browser's store of passwords. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation(['profile', 'auth'])
  const errorText = useErrorText()
  const queries = useQueryClient()
  const form = useForm<Fields>({
    initialValues: { old_password: '', new_password: '' },
    validate: {
      old_password: (password) => (password ? null : t('profile:password.oldMissing')),
      new_password: (password) => {
        const problem = passwordProblem(password)
        return problem && t(problem)
      },
    },
  })
  const save = useMutation({
    mutationFn: (body: Fields) => call('changePassword', { body }),
    onSuccess: (session) => {
      holdToken(session.access_token, session.expires_in)
      form.reset()
      toast(t('profile:password.done'))
      return queries.invalidateQueries({ queryKey: ['sessions'] })
    },
    onError: (error) => {
      const paths = asApiError(error).details.map(({ path }) => path)
      if (paths.includes('old_password')) form.setFieldError('old_password', t('profile:password.wrong'))
      if (paths.includes('new_password')) form.setFieldError('new_password', t('auth:passwordLong'))
    },
  })
  const isToldAtField = save.isError && asApiError(save.error).details.length > 0

  return (
    <form
      onSubmit={form.onSubmit(
        (values) => save.mutate(values),
        (errors) => form.getInputNode(errors['old_password'] ? 'old_password' : 'new_password')?.focus(),
      )}
      noValidate
    >
      <Stack gap="md">
        {save.isError && !isToldAtField && (
          <Alert color="red" variant="light" role="alert">
            {errorText(save.error)}
          </Alert>
        )}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={t('profile:password.old')}
          autoComplete="current-password"
          {...form.getInputProps('old_password')}
        />
        <PasswordField
          label={t('profile:password.new')}
          description={t('auth:passwordHint')}
          autoComplete="new-password"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('new_password')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('profile:password.change')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
