import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Logo } from '../brand/Logo.tsx'
import { safeNext } from '../session/next-path.ts'
import { useSession } from '../session/use-session.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { PageLoading } from '../ui/PageLoading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import styles from './AuthFrame.module.css'
import { AuthIllustration } from './AuthIllustration.tsx'
import { GoTo } from './GoTo.tsx'

interface AuthFrameProps {
  title: string
  lead: string
  /** Also for who is logged in: the page says itself what holds for them. */
  isForAnybody?: boolean
  children: ReactNode
  /** The way to the other of the two pages. */
  footer: ReactNode
}

/** The page that login and registration stand in. Who is logged in already, or is now, goes on to where they wanted to be. */
export function AuthFrame({ title, lead, isForAnybody, children, footer }: AuthFrameProps) {
  const { t } = useTranslation('auth')
  const [search] = useSearchParams()
  const session = useSession()
  usePageTitle(title)
  if (session.status === 'in' && !isForAnybody) return <GoTo path={safeNext(search.get('next'))} />
  if (session.status === 'loading') return <PageLoading />
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <header className={styles.header}>
          <Logo size={34} />
          <LanguageSwitch />
        </header>
        <div className={styles.form}>
          <Title order={1} className={styles.title}>
            {title}
          </Title>
          <p className={styles.lead}>{lead}</p>
          {children}
          <p className={styles.footer}>{footer}</p>
        </div>
      </main>
      <aside className={styles.aside}>
        <AuthIllustration />
        <p className={styles.slogan}>{t('auth:aside.title')}</p>
        <p className={styles.story}>{t('auth:aside.text')}</p>
      </aside>
    </div>
  )
}
