import { Alert, Anchor, Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { setSharedDevice } from '../journal/shared-device.ts'
import { useSharedDevice } from '../journal/use-shared-device.ts'
import { asApiError } from '../session/api-error.ts'
import { login } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import styles from './AuthFrame.module.css'
import { PasswordField } from './PasswordField.tsx'
import { passwordProblem } from './registration-fields.ts'
import { speakOwnLanguage } from './speak-own-language.ts'

const order = ['email', 'password', 'new_password'] as const

/**
 * E-mail and password; and a new one, when the password is one that an admin made. What is missing is told at its field; what the
 * server refuses, above them.
 */
export function LoginForm() {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const [failure, setFailure] = useState<unknown>(null)
  const [needsNew, setNeedsNew] = useState(false)
  const isShared = useSharedDevice()
  const form = useForm({
    initialValues: { email: '', password: '', new_password: '' },
    validate: {
      email: (email) => (email.trim() ? null : t('auth:emailMissing')),
      password: (password) => (password ? null : t('auth:passwordMissing')),
      new_password: (next, { password }) => {
        if (!needsNew) return null
        const problem = next === password ? 'auth:temporary.same' : passwordProblem(next)
        return problem && t(problem)
      },
    },
  })

  const submit = form.onSubmit(
    async (values) => {
      setFailure(null)
      try {
        const { password, new_password } = values
        await login({ email: values.email.trim(), password, ...(needsNew && { new_password }) })
        await speakOwnLanguage()
      } catch (error) {
        if (!needsNew && asApiError(error).code === 'password_change_required') setNeedsNew(true)
        else setFailure(error)
      }
    },
    (errors) => form.getInputNode(order.find((field) => Boolean(errors[field])) ?? 'email')?.focus(),
  )

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {errorText(failure)}
          </Alert>
        )}
        <TextInput
          label={t('auth:email')}
          type="email"
          autoComplete="username"
          size="md"
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('auth:password')}
          autoComplete="current-password"
          size="md"
          {...form.getInputProps('password')}
        />
        {needsNew ? (
          <>
            <Alert variant="light" role="status">
              {t('auth:temporary.lead')}
            </Alert>
            <PasswordField
              label={t('auth:newPassword')}
              description={t('auth:passwordHint')}
              autoComplete="new-password"
              size="md"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('new_password')}
            />
          </>
        ) : (
          <Anchor component={Link} to="/forgot-password" size="sm" className={styles.forgot}>
            {t('auth:forgot.link')}
          </Anchor>
        )}
        <Checkbox
          label={t('auth:sharedDevice.label')}
          description={t('auth:sharedDevice.help')}
          checked={isShared}
          onChange={({ currentTarget }) => setSharedDevice(currentTarget.checked)}
        />
        <Button type="submit" size="md" mt="xs" loading={form.submitting}>
          {t('auth:login.submit')}
        </Button>
      </Stack>
    </form>
  )
}
