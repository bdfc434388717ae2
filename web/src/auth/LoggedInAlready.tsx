import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useUser } from '../session/use-session.ts'

/** In place of a form that is for somebody else: who is logged in must leave first. */
export function LoggedInAlready() {
  const { t } = useTranslation('auth')
  const user = useUser()
  return <Alert variant="light">{t('auth:loggedInAs', { name: user.full_name })}</Alert>
}
