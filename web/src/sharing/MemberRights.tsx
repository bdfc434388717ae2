import type { Member } from '@anawim/api/contract'
import { CloseButton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Choice } from '../ui/Choice.tsx'
import styles from './MembersEditor.module.css'
import { useMemberRoleNames } from './use-member-role-names.ts'
import type { useMembers } from './use-members.ts'

interface MemberRightsProps {
  member: Member
  members: ReturnType<typeof useMembers>
  mayShare: boolean
  /** Asks whether this person shall be the author; null when one may not give the lesson away. */
  onTransfer: ((member: Member) => void) | null
}

/** What a member may do: to read, or to change and take back. */
export function MemberRights({ member, members, mayShare, onTransfer }: MemberRightsProps) {
  const { t } = useTranslation('people')
  const roleNames = useMemberRoleNames()
  if (!mayShare) {
    return (
      <Text size="sm" c="dimmed" px="sm">
        {roleNames[member.role]}
      </Text>
    )
  }
  const name = member.user.full_name
  const isHeir = onTransfer !== null && member.role === 'editor'
  return (
    <>
      <Choice
        label={t('people:share.roleOf', { name })}
        className={styles.role}
        choices={[
          { value: 'editor', label: roleNames.editor },
          { value: 'viewer', label: roleNames.viewer },
          ...(isHeir ? [{ value: 'author', label: t('people:share.makeAuthor') }] : []),
        ]}
        value={member.role}
        onChange={(role) => {
          if (role === 'author') onTransfer?.(member)
          else members.put.mutate({ user_id: member.user.id, role: role as Member['role'] })
        }}
      />
      <CloseButton
        aria-label={t('people:share.remove', { name })}
        disabled={members.remove.isPending}
        onClick={() => members.remove.mutate(member)}
      />
    </>
  )
}
