import type { User } from '@anawim/api/contract'
import { roleNames as roles, type RoleName } from '@anawim/lesson'
import { IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageNumbers } from '../ui/PageNumbers.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useRoleNames } from '../ui/use-role-names.ts'
import styles from './AdminPage.module.css'
import { AdminTable } from './AdminTable.tsx'
import { ConfirmUserChange } from './ConfirmUserChange.tsx'
import { TemporaryPasswordDialog } from './TemporaryPasswordDialog.tsx'
import { UserRow } from './UserRow.tsx'
import { USERS_PER_PAGE, useUsers, type UserChange } from './use-users.ts'

/** All accounts: find one, give it another role or a temporary password, suspend it, let it in again. Each is confirmed first. */
export function AdminUsers() {
  const { t } = useTranslation('admin')
  const roleNames = useRoleNames()
  const [view, setView] = useState<{ search: string; role: RoleName | ''; page: number }>({
    search: '',
    role: '',
    page: 1,
  })
  const [forgetful, setForgetful] = useState<User | null>(null)
  const [change, setChange] = useState<UserChange | null>(null)
  const users = useUsers(view)
  const total = users.data?.total
  const pages = Math.ceil((total ?? 0) / USERS_PER_PAGE)

  return (
    <>
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchBox
            label={t('admin:searchUsers')}
            value={view.search}
            onChange={(search) => setView((now) => ({ ...now, search, page: 1 }))}
          />
        </div>
        <Choice
          label={t('admin:role')}
          choices={[
            { value: '', label: t('admin:allRoles') },
            ...roles.map((value) => ({ value, label: roleNames[value] })),
          ]}
          value={view.role}
          onChange={(role) => setView((now) => ({ ...now, role: role as RoleName | '', page: 1 }))}
        />
        <span className={styles.count} role="status">
          {total === undefined ? '' : t('admin:userCount', { count: total })}
        </span>
      </div>
      <AdminTable
        query={users}
        label={t('admin:users')}
        columns={[t('admin:name'), t('admin:email'), t('admin:role'), t('admin:state'), t('admin:since')]}
        notLoaded={t('admin:notLoaded')}
        empty={<Notice icon={IconUserSearch} title={t('admin:nobody')} />}
        row={(user) => <UserRow key={user.id} user={user} onChange={setChange} onTemporaryPassword={setForgetful} />}
      />
      <PageNumbers total={pages} value={view.page} onChange={(page) => setView((now) => ({ ...now, page }))} />
      <ConfirmUserChange change={change} onClose={() => setChange(null)} />
      <TemporaryPasswordDialog user={forgetful} onClose={() => setForgetful(null)} />
    </>
  )
}
