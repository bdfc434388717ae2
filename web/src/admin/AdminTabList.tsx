import { Tabs } from '@mantine/core'
import { IconActivity, IconBooks, IconMail, IconMailPlus, IconTemplate, IconUsers } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './AdminPage.module.css'

/** What the admin area has. On a phone a row that scrolls, to the chosen one when that is out of sight. */
export function AdminTabList({ chosen }: { chosen: string }) {
  const { t } = useTranslation(['admin', 'dashboard'])
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = list.current?.querySelector(`[role="tab"][aria-selected="true"]`)
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])
  return (
    <Tabs.List ref={list} className={styles.tabs} mb="lg">
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
  )
}
