import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Logo } from '../brand/Logo.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import styles from './Header.module.css'
import { UserMenu } from './UserMenu.tsx'

/** The bar above dashboard and admin pages. `children` stand in its middle; on a phone, in a row of their own. */
export function Header({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('common')
  return (
    <header className={styles.header}>
      <a href="#content" className={styles.skip}>
        {t('common:skipToContent')}
      </a>
      <div className={styles.bar}>
        <Link to="/" className={styles.home} aria-label={t('common:home')}>
          <Logo size={30} />
        </Link>
        {children && <div className={styles.middle}>{children}</div>}
        <div className={styles.end}>
          <LanguageSwitch />
          <UserMenu />
        </div>
      </div>
    </header>
  )
}
