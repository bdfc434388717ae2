import { Tabs, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { useUser } from '../session/use-session.ts'
import { Header } from '../shell/Header.tsx'
import { PageBody } from '../shell/PageBody.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { AdminActivity } from './AdminActivity.tsx'
import { AdminInvitations } from './AdminInvitations.tsx'
import { AdminLessons } from './AdminLessons.tsx'
import { AdminMails } from './AdminMails.tsx'
import styles from './AdminPage.module.css'
import { AdminTabList } from './AdminTabList.tsx'
import { AdminTemplates } from './AdminTemplates.tsx'
import { AdminUsers } from './AdminUsers.tsx'

const tabs = ['users', 'lessons', 'templates', 'invitations', 'mails', 'now'] as const

/** `/admin`: all people, lessons and templates, who is invited, the mails, and what goes on now. For everybody else it is not there. */
export function AdminPage() {
  const { t } = useTranslation('admin')
  const [search, setSearch] = useSearchParams()
  const isAdmin = useUser().is_admin
  const chosen = tabs.find((tab) => tab === search.get('tab')) ?? 'users'
  usePageTitle(t('admin:title'))
  if (!isAdmin) return <NotFoundPage />
  return (
    <>
      <Header />
      <PageBody>
        <Title order={1} className={styles.title}>
          {t('admin:title')}
        </Title>
        <Tabs
          value={chosen}
          onChange={(tab) => setSearch(tab === null || tab === 'users' ? {} : { tab })}
          keepMounted={false}
        >
          <AdminTabList chosen={chosen} />
          <Tabs.Panel value="users">
            <AdminUsers />
          </Tabs.Panel>
          <Tabs.Panel value="lessons">
            <AdminLessons />
          </Tabs.Panel>
          <Tabs.Panel value="templates">
            <AdminTemplates />
          </Tabs.Panel>
          <Tabs.Panel value="invitations">
            <AdminInvitations />
          </Tabs.Panel>
          <Tabs.Panel value="mails">
            <AdminMails />
          </Tabs.Panel>
          <Tabs.Panel value="now">
            <AdminActivity />
          </Tabs.Panel>
        </Tabs>
      </PageBody>
    </>
  )
}
