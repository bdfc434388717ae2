import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { call } from '../session/school-call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import styles from './classes.module.css'

/** Makes a class and goes to it. */
export function CreateClassForm() {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const create = useMutation({
    mutationFn: () => call('createClass', { body: { name: name.trim() } }),
    async onSuccess(made) {
      void queries.invalidateQueries({ queryKey: ['classes'] })
      await navigate(`/classes/${made.id}`)
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') create.mutate()
      }}
    >
      <TextInput
        className={styles.field}
        label={t('people:classes.newName')}
        placeholder={t('people:classes.namePlaceholder')}
        maxLength={80}
        autoComplete="off"
        value={name}
        error={create.error && errorText(create.error)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" className={styles.submit} loading={create.isPending} disabled={name.trim() === ''}>
        {t('people:classes.create')}
      </Button>
    </form>
  )
}
