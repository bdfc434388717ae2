import type { Member } from '@anawim/api/contract'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './AddMemberForm.module.css'
import { useMemberRoleNames } from './use-member-role-names.ts'
import type { useMembers } from './use-members.ts'

interface AddMemberFormProps {
  put: ReturnType<typeof useMembers>['put']
  normalRole: Member['role']
}

/** Adds someone by the e-mail of their account: there is no searching for people. */
export function AddMemberForm({ put, normalRole }: AddMemberFormProps) {
  const { t } = useTranslation('common')
  const errorText = useErrorText()
  const roleNames = useMemberRoleNames()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Member['role']>(normalRole)
  const [problem, setProblem] = useState<string | null>(null)

  const add = async () => {
    const address = email.trim()
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) {
      setProblem(t('common:share.emailInvalid'))
      return
    }
    setProblem(null)
    try {
      await put.mutateAsync({ email: address, role })
      setEmail('')
    } catch (error) {
      setProblem(asApiError(error).code === 'invalid' ? t('common:share.nobody') : errorText(error))
    }
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        className={styles.email}
        label={t('common:share.email')}
        type="email"
        autoComplete="off"
        placeholder="lan@truong.edu.vn"
        value={email}
        error={problem}
        data-autofocus
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Choice
        className={styles.role}
        label={t('common:share.role')}
        choices={[
          { value: 'editor', label: roleNames.editor },
          { value: 'viewer', label: roleNames.viewer },
        ]}
        value={role}
        onChange={(chosen) => setRole(chosen as Member['role'])}
      />
      <Button type="submit" variant="light" className={styles.add} loading={put.isPending}>
        {t('common:share.add')}
      </Button>
    </form>
  )
}
