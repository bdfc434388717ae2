import type { FoundPerson, Member } from '@anawim/api/contract'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './AddMemberForm.module.css'
import { PersonField } from './PersonField.tsx'
import { useMemberRoleNames } from './use-member-role-names.ts'
import type { useMembers } from './use-members.ts'

interface AddMemberFormProps {
  put: ReturnType<typeof useMembers>['put']
  normalRole: Member['role']
}

/** Adds someone: a teacher or a pupil of one's own classes by name, anybody by the exact e-mail. */
export function AddMemberForm({ put, normalRole }: AddMemberFormProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const roleNames = useMemberRoleNames()
  const [text, setText] = useState('')
  const [person, setPerson] = useState<FoundPerson | null>(null)
  const [role, setRole] = useState<Member['role']>(normalRole)
  const [problem, setProblem] = useState<string | null>(null)

  const add = async () => {
    const email = text.trim()
    if (!person && !/^[^\s@]+@[^\s@]+$/.test(email)) {
      setProblem(t('people:share.choose'))
      return
    }
    setProblem(null)
    try {
      await put.mutateAsync(person ? { user_id: person.user.id, role } : { email, role })
      setText('')
      setPerson(null)
    } catch (error) {
      setProblem(asApiError(error).code === 'invalid' ? t('people:share.nobody') : errorText(error))
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
      <PersonField
        className={styles.email}
        text={text}
        problem={problem}
        onText={(typed) => {
          setText(typed)
          setPerson(null)
          setProblem(null)
        }}
        onPerson={(found) => {
          setText(found.user.full_name)
          setPerson(found)
          // A pupil reads; the role that is set was meant for colleagues.
          if (found.role === 'student') setRole('viewer')
        }}
      />
      <Choice
        className={styles.role}
        label={t('people:share.role')}
        choices={[
          { value: 'editor', label: roleNames.editor },
          { value: 'viewer', label: roleNames.viewer },
        ]}
        value={role}
        onChange={(chosen) => setRole(chosen as Member['role'])}
      />
      <Button type="submit" variant="light" className={styles.add} loading={put.isPending}>
        {t('people:share.add')}
      </Button>
    </form>
  )
}
