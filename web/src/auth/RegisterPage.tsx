import { Alert, Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'react-router'
import { AuthFrame } from './AuthFrame.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import { OidcButton } from './OidcButton.tsx'
import { useAuthOptions } from './use-auth-options.ts'

/** `/register`: a new account, as teacher or student. */
export function RegisterPage() {
  const { t } = useTranslation('auth')
  const { search } = useLocation()
  const [parameters] = useSearchParams()
  const { registration, oidc } = useAuthOptions()
  return (
    <AuthFrame
      title={t('auth:register.title')}
      lead={registration === 'invite' ? t('auth:register.leadInvite') : t('auth:register.lead')}
      footer={
        <>
          {t('auth:register.toLoginLead')}{' '}
          <Anchor component={Link} to={`/login${search}`} fw={600} inherit>
            {t('auth:register.toLogin')}
          </Anchor>
        </>
      }
    >
      {registration === 'closed' ? (
        <Alert variant="light">{t('auth:register.closed')}</Alert>
      ) : (
        <RegisterForm needsInvite={registration === 'invite'} />
      )}
      {oidc && <OidcButton label={oidc.label} next={parameters.get('next')} />}
    </AuthFrame>
  )
}
