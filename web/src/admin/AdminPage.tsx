import { Tabs, Title } from '@mantine/core'
import { IconActivity, IconBooks, IconMail, IconMailPlus, IconTemplate, IconUsers } from '@tabler/icons-react'
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
import { AdminTemplates } from './AdminTemplates.tsx'
import { AdminUsers } from './AdminUsers.tsx'

const tabs = ['users', 'lessons', 'templates', 'invitations', 'mails', 'now'] as const

/** `/admin`: all people, lessons and templates, who is invited, the mails, and what goes on now. For everybody else it is not there. */
export function AdminPage() {
  const { t } = useTranslation(['admin', 'dashboard'])
  const [search, setSearch] = useSearchParams()
  const isAdmin = useUser().is_admin
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
          value={tabs.find((tab) => tab === search.get('tab')) ?? 'users'}
          onChange={(tab) => setSearch(tab === null || tab === 'users' ? {} : { tab })}
          keepMounted={false}
        >
          <Tabs.List mb="lg">
            <Tabs.Tab value="users" leftSection={<IconUsers size={18} stroke={1.6} aria-hidden />}>
              {t('admin:users')}
            </Tabs.Tab>
            <Tabs.Tab value="lessons" leftSection={<IconBooks size={18} stroke={1.6} aria-hidden />}>
              {t('admin:lessons')}
            </Tabs.Tab>
            <Tabs.Tab value="templates" leftSection={<IconTemplate size={18} stroke={1.6} aria-hidden />}>
              {t('dashboard:templates.templates')}
            </Tabs.Tab>
            <Tabs.Tab value="invitations" leftSection={<IconMailPlus size={18} stroke={1.6} aria-hidden />}>
              {t('admin:invitations')}
            </Tabs.Tab>
            <Tabs.Tab value="mails" leftSection={<IconMail size={18} stroke={1.6} aria-hidden />}>
              {t('admin:mails')}
            </Tabs.Tab>
            <Tabs.Tab value="now" leftSection={<IconActivity size={18} stroke={1.6} aria-hidden />}>
              {t('admin:now.title')}
            </Tabs.Tab>
          </Tabs.List>
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
