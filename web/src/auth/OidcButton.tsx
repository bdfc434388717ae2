import { Button, Divider } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './AuthFrame.module.css'

/** The way in by another server's word. It is a page of the server that leads there, so this is a plain link. */
export function OidcButton({ label, next }: { label: string; next: string | null }) {
  const { t } = useTranslation('auth')
  const search = next ? `?${new URLSearchParams({ next })}` : ''
  return (
    <>
      <Divider label={t('auth:oidc.or')} className={styles.or} />
      <Button component="a" href={`/api/auth/oidc/start${search}`} variant="default" size="md" fullWidth>
        {t('auth:oidc.with', { label })}
      </Button>
    </>
  )
}
