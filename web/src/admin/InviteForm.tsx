import { roleNames as roles, type RoleName } from '@anawim/lesson'
import { Button, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { emailProblem } from '../auth/registration-fields.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Choice } from '../ui/Choice.tsx'
import { useRoleNames } from '../ui/use-role-names.ts'
import styles from './AdminPage.module.css'
import type { InvitationBody } from './use-invitations.ts'

/** Whom to invite, and as what. `onInvite` rejects when the server refuses. */
export function InviteForm({ onInvite }: { onInvite: (body: InvitationBody) => Promise<void> }) {
  const { t } = useTranslation('admin')
  const errorText = useErrorText()
  const roleNames = useRoleNames()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<RoleName>('teacher')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (emailProblem(email)) return setProblem(t('admin:emailInvalid'))
    setProblem(null)
    setSending(true)
    try {
      await onInvite({ email: email.trim(), role })
      setEmail('')
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setSending(false)
    }
    return undefined
  }

  return (
    <form className={styles.invite} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        className={styles.search}
        type="email"
        aria-label={t('admin:invitationTo')}
        placeholder={t('admin:invitationTo')}
        autoComplete="off"
        value={email}
        error={problem}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <Choice
        label={t('admin:invitedAs')}
        choices={roles.map((value) => ({ value, label: roleNames[value] }))}
        value={role}
        onChange={(value) => setRole(value as RoleName)}
      />
      <Button type="submit" loading={isSending}>
        {t('admin:invite')}
      </Button>
    </form>
  )
}
