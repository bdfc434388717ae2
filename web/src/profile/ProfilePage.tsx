import { Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { holdLiveSocket } from '../session/live-socket.ts'
import { Header } from '../shell/Header.tsx'
import { PageBody } from '../shell/PageBody.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { AvatarField } from './AvatarField.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import styles from './ProfilePage.module.css'
import { SessionList } from './SessionList.tsx'

/** `/profile`: what is one's own. */
export function ProfilePage() {
  const { t } = useTranslation('profile')
  usePageTitle(t('profile:title'))
  // Who is logged out from another device is told at once.
  useEffect(() => holdLiveSocket().release, [])
  return (
    <>
      <Header />
      <PageBody>
        <div className={styles.page}>
          <Title order={1} className={styles.title}>
            {t('profile:title')}
          </Title>
          <ProfileSection title={t('profile:about')}>
            <AvatarField />
            <ProfileForm />
          </ProfileSection>
          <ProfileSection title={t('profile:password.title')} lead={t('profile:password.lead')}>
            <PasswordSection />
          </ProfileSection>
          <ProfileSection title={t('profile:sessions.title')} lead={t('profile:sessions.lead')}>
            <SessionList />
          </ProfileSection>
        </div>
      </PageBody>
    </>
  )
}
