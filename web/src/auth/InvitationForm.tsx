import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import type { AnswerOf } from '../session/request.ts'
import { login } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { useRoleNames } from '../ui/use-role-names.ts'
import { PasswordField } from './PasswordField.tsx'
import { nameProblem, passwordProblem } from './registration-fields.ts'

interface InvitationFormProps {
  token: string
  invitation: AnswerOf<'seeInvitation'>
  /** There is an account now, and it is about to be logged in to. */
  onAccepted: () => void
}

/** What is left to say for who was invited: e-mail and role are known. */
export function InvitationForm({ token, invitation, onAccepted }: InvitationFormProps) {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const roleNames = useRoleNames()
  const [failure, setFailure] = useState<unknown>(null)
  const told = (problem: ReturnType<typeof nameProblem | typeof passwordProblem>) => problem && t(problem)
  const form = useForm({
    initialValues: { full_name: '', password: '' },
    validate: {
      full_name: (name) => told(nameProblem(name)),
      password: (password) => told(passwordProblem(password)),
    },
  })
  const submit = form.onSubmit(
    async (values) => {
      setFailure(null)
      try {
        await call('acceptInvitation', { body: { token, ...values } })
        onAccepted()
        await login({ email: invitation.email, password: values.password })
      } catch (error) {
        setFailure(error)
      }
    },
    (errors) => form.getInputNode(errors['full_name'] ? 'full_name' : 'password')?.focus(),
  )

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {errorText(failure)}
          </Alert>
        )}
        <TextInput label={t('auth:email')} value={invitation.email} autoComplete="username" size="md" readOnly />
        <Text size="sm" c="dimmed" mt={-8}>
          {t('auth:invitation.role', { role: roleNames[invitation.role] })}
        </Text>
        <TextInput label={t('auth:fullName')} autoComplete="name" size="md" {...form.getInputProps('full_name')} />
        <PasswordField
          label={t('auth:password')}
          description={t('auth:passwordHint')}
          autoComplete="new-password"
          size="md"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" mt="xs" loading={form.submitting}>
          {t('auth:register.submit')}
        </Button>
      </Stack>
    </form>
  )
}
