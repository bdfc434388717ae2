import { Alert, Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'react-router'
import { useSession } from '../session/use-session.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { CodeLoginForm } from './CodeLoginForm.tsx'
import { FinishSignIn } from './FinishSignIn.tsx'
import { LoginForm } from './LoginForm.tsx'
import { OidcButton } from './OidcButton.tsx'
import { OidcFailure } from './OidcFailure.tsx'
import { useAuthOptions } from './use-auth-options.ts'

/** `/login`: the door for who has an account. */
export function LoginPage() {
  const { t } = useTranslation(['auth', 'errors'])
  const { search } = useLocation()
  const [parameters] = useSearchParams()
  const { registration, oidc } = useAuthOptions()
  const [byCode, setByCode] = useState(false)
  const session = useSession()
  const because = session.status === 'out' ? session.because : 'nobody'
  const outcome = parameters.get('oidc')
  if (outcome === 'done') return <FinishSignIn />
  return (
    <AuthFrame
      title={t('auth:login.title')}
      lead={t('auth:login.lead')}
      footer={
        registration !== 'closed' && (
          <>
            {t('auth:login.toRegisterLead')}{' '}
            <Anchor component={Link} to={`/register${search}`} fw={600} inherit>
              {t('auth:login.toRegister')}
            </Anchor>
          </>
        )
      }
    >
      {because === 'suspended' && (
        <Alert color="red" variant="light" mb="md" role="alert">
          {t('errors:account_suspended')}
        </Alert>
      )}
      {because === 'ended' && (
        <Alert variant="light" mb="md" role="status">
          {t('auth:sessionEnded')}
        </Alert>
      )}
      <OidcFailure outcome={outcome} />
      {byCode ? <CodeLoginForm /> : <LoginForm />}
      <Button variant="subtle" fullWidth mt="sm" onClick={() => setByCode(!byCode)}>
        {byCode ? t('auth:code.toEmail') : t('auth:code.toCode')}
      </Button>
      {oidc && <OidcButton label={oidc.label} next={parameters.get('next')} />}
    </AuthFrame>
  )
}
