import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../session/api-error.ts'
import { register } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { PasswordField } from './PasswordField.tsx'
import { emailProblem, nameProblem, passwordProblem, type RegistrationFields } from './registration-fields.ts'
import { RoleChoice } from './RoleChoice.tsx'

const order = ['full_name', 'email', 'password', 'invite_code'] as const

/** A new account. Wrong input is told at its field, whether the browser found it or the server. */
export function RegisterForm({ needsInvite }: { needsInvite: boolean }) {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const [failure, setFailure] = useState<unknown>(null)
  const form = useForm<RegistrationFields>({
    initialValues: { full_name: '', email: '', password: '', role: 'teacher', invite_code: '' },
    validate: {
      full_name: (name) => told(nameProblem(name)),
      email: (email) => told(emailProblem(email)),
      password: (password) => told(passwordProblem(password)),
      invite_code: (code) => (needsInvite && !code.trim() ? t('auth:inviteMissing') : null),
    },
    validateInputOnBlur: ['email', 'password'],
  })

  function told(problem: ReturnType<typeof nameProblem | typeof emailProblem | typeof passwordProblem>) {
    return problem && t(problem)
  }

  /** What the server found wrong, at the fields it names. False when it names none that are here. */
  function showAtFields(error: unknown): boolean {
    const { code, details } = asApiError(error)
    if (code === 'email_taken') {
      form.setFieldError('email', errorText(error))
      return true
    }
    const texts: Record<string, string> = {
      full_name: t('auth:fullNameInvalid'),
      email: t('auth:emailInvalid'),
      password: t('auth:passwordLong'),
      invite_code: t('auth:inviteMissing'),
    }
    const named = details.filter(({ path }) => path in texts)
    for (const { path } of named) form.setFieldError(path, texts[path])
    return named.length > 0
  }

  const submit = form.onSubmit(
    async ({ invite_code, ...values }) => {
      setFailure(null)
      try {
        await register(needsInvite ? { ...values, invite_code } : values)
      } catch (error) {
        if (!showAtFields(error)) setFailure(error)
      }
    },
    (errors) => form.getInputNode(order.find((field) => Boolean(errors[field])) ?? 'full_name')?.focus(),
  )

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {errorText(failure)}
          </Alert>
        )}
        <RoleChoice {...form.getInputProps('role')} />
        <TextInput label={t('auth:fullName')} autoComplete="name" size="md" {...form.getInputProps('full_name')} />
        <TextInput
          label={t('auth:email')}
          type="email"
          autoComplete="username"
          size="md"
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('auth:password')}
          description={t('auth:passwordHint')}
          autoComplete="new-password"
          size="md"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('password')}
        />
        {needsInvite && (
          <TextInput
            label={t('auth:inviteCode')}
            description={t('auth:inviteHint')}
            autoComplete="off"
            size="md"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('invite_code')}
          />
        )}
        <Button type="submit" size="md" mt="xs" loading={form.submitting}>
          {t('auth:register.submit')}
        </Button>
      </Stack>
    </form>
  )
}
