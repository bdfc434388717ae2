import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const texts = {
  failed: 'auth:oidc.failed',
  unavailable: 'auth:oidc.unavailable',
  unverified: 'auth:oidc.unverified',
  no_account: 'auth:oidc.noAccount',
  suspended: 'errors:account_suspended',
} as const

/** Why signing in by another server did not work, as the address of the page says. */
export function OidcFailure({ outcome }: { outcome: string | null }) {
  const { t } = useTranslation(['auth', 'errors'])
  if (outcome === null) return null
  const text = outcome in texts ? texts[outcome as keyof typeof texts] : texts.failed
  return (
    <Alert color="red" variant="light" mb="md" role="alert">
      {t(text)}
    </Alert>
  )
}
