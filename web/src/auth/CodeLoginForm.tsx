import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../session/api-error.ts'
import { request } from '../session/school-call.ts'
import { enter } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import styles from './CodeLoginForm.module.css'

/** For a pupil whose account their teacher made: the code on their card is all they need. */
export function CodeLoginForm() {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)
  // Whoever asked for this form goes on to its field.
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    setFailure(null)
    setWorking(true)
    try {
      enter(await request('codeLogin', { body: { code } }, null))
    } catch (error) {
      setFailure(error)
    } finally {
      setWorking(false)
    }
  }
  const isWrong = failure !== null && asApiError(failure).code === 'wrong_credentials'
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {isWrong ? t('auth:code.wrong') : errorText(failure)}
          </Alert>
        )}
        <TextInput
          label={t('auth:code.label')}
          description={t('auth:code.hint')}
          classNames={{ input: styles.code ?? '' }}
          size="md"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          ref={field}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" mt="xs" loading={isWorking}>
          {t('auth:login.submit')}
        </Button>
      </Stack>
    </form>
  )
}
