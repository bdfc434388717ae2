import { useLocation } from 'react-router'
import { ForgotPasswordPage } from './ForgotPasswordPage.tsx'
import { InvitationPage } from './InvitationPage.tsx'
import { LoginPage } from './LoginPage.tsx'
import { RegisterPage } from './RegisterPage.tsx'
import { ResetPasswordPage } from './ResetPasswordPage.tsx'

/** The pages for who is not logged in yet. They are loaded as one: people go from each to the next. */
export function AuthPages() {
  const { pathname } = useLocation()
  switch (pathname.replace(/\/$/, '')) {
    case '/register':
      return <RegisterPage />
    case '/forgot-password':
      return <ForgotPasswordPage />
    case '/reset-password':
      return <ResetPasswordPage />
    case '/invitation':
      return <InvitationPage />
    default:
      return <LoginPage />
  }
}
