import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { toast } from '../ui/toast.ts'
import styles from './classes.module.css'

/** A student comes into a class by the code that its teacher shows. */
export function JoinClassForm() {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const join = useMutation({
    mutationFn: () => call('joinClass', { body: { code } }),
    onSuccess({ name }) {
      setCode('')
      toast(t('people:classes.joined', { name }))
      void queries.invalidateQueries({ queryKey: ['classes'] })
      void queries.invalidateQueries({ queryKey: ['lessons'] })
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') join.mutate()
      }}
    >
      <TextInput
        className={styles.field}
        classNames={{ input: styles.codeInput ?? '' }}
        label={t('people:classes.joinCode')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        error={join.error && errorText(join.error)}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" className={styles.submit} loading={join.isPending} disabled={code.trim() === ''}>
        {t('people:classes.join')}
      </Button>
    </form>
  )
}
