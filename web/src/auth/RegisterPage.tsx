import { Alert, Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { AuthFrame } from './AuthFrame.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import { useRegistration } from './use-registration.ts'

/** `/register`: a new account, as teacher or student. */
export function RegisterPage() {
  const { t } = useTranslation('auth')
  const { search } = useLocation()
  const registration = useRegistration()
  return (
    <AuthFrame
      title={t('auth:register.title')}
      lead={t('auth:register.lead')}
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
    </AuthFrame>
  )
}
