import type { Member } from '@anawim/api/contract'
import { Avatar, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { AddMemberForm } from './AddMemberForm.tsx'
import { MemberRights } from './MemberRights.tsx'
import styles from './MembersEditor.module.css'
import type { SharedLesson } from './shared-lesson.ts'
import { TransferQuestion } from './TransferQuestion.tsx'
import { useMembers } from './use-members.ts'
import { initialsOf } from '../ui/initials-of.ts'

interface MembersEditorProps {
  lesson: SharedLesson
  /** The role that the form offers first. */
  normalRole: Member['role']
  isShown: boolean
  /** The lesson has another author now. */
  onTransferred?: (() => void) | undefined
}

/** The people of a lesson: its author, its members, and a line to add one. Without the right to share, a list to read. */
export function MembersEditor({ lesson, normalRole, isShown, onTransferred }: MembersEditorProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const members = useMembers(lesson.id, isShown)
  const mayShare = lesson.allowed.includes('share')
  const [heir, setHeir] = useState<Member | null>(null)
  const failure = members.put.error ?? members.remove.error
  const isChange = members.put.variables !== undefined && 'user_id' in members.put.variables

  return (
    <div>
      {mayShare && <AddMemberForm put={members.put} normalRole={normalRole} />}
      <ul className={styles.people} aria-label={t('people:share.people')}>
        <Person name={lesson.author.full_name}>
          <Text size="sm" c="dimmed" px="sm">
            {t('common:member.author')}
          </Text>
        </Person>
        {members.list.data?.items.map((member) => (
          <Person key={member.user.id} name={member.user.full_name}>
            <MemberRights
              member={member}
              members={members}
              mayShare={mayShare}
              onTransfer={lesson.allowed.includes('transfer') ? setHeir : null}
            />
          </Person>
        ))}
      </ul>
      {heir && (
        <TransferQuestion
          heir={heir}
          transfer={members.transfer}
          onDone={(isDone) => {
            setHeir(null)
            if (isDone) onTransferred?.()
          }}
        />
      )}
      {members.list.isPending && <Loader size="sm" type="dots" mt="sm" />}
      {members.list.isError && (
        <Text size="sm" mt="sm">
          {errorText(members.list.error)}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => void members.list.refetch()}>
            {t('common:retry')}
          </Button>
        </Text>
      )}
      {failure && (members.remove.error || isChange) && (
        <Text size="sm" c="red.9" role="alert" mt="sm">
          {errorText(failure)}
        </Text>
      )}
    </div>
  )
}

function Person({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <li className={styles.person}>
      <Avatar color="jade" size={36} aria-hidden>
        {initialsOf(name)}
      </Avatar>
      <span className={styles.name}>{name}</span>
      {children}
    </li>
  )
}
