import { Anchor, Button, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../session/school-call.ts'
import { asApiError, type ApiError } from '../session/api-error.ts'
import type { AnswerOf } from '../session/request.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { useSession } from '../session/use-session.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { GoTo } from './GoTo.tsx'
import { InvitationForm } from './InvitationForm.tsx'
import { LinkEnded } from './LinkEnded.tsx'
import { LoggedInAlready } from './LoggedInAlready.tsx'
import { useLinkToken } from './use-link-token.ts'

/** `/invitation#…`: where the link of an invitation leads. */
export function InvitationPage() {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const token = useLinkToken()
  const isIn = useSession().status === 'in'
  const [isAccepted, setAccepted] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [invitation, setInvitation] = useState<AnswerOf<'seeInvitation'> | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)

  useEffect(() => {
    if (isIn || token === '') return undefined
    const gone = new AbortController()
    call('seeInvitation', { body: { token } }, { signal: gone.signal }).then(setInvitation, (error: unknown) => {
      if (!gone.signal.aborted) setFailure(asApiError(error))
    })
    return () => gone.abort()
  }, [token, isIn, attempt])

  if (isIn && isAccepted) return <GoTo path="/" />
  const content = () => {
    if (isIn) return <LoggedInAlready />
    if (token === '' || failure?.code === 'link_ended') return <LinkEnded text={t('auth:invitation.ended')} />
    if (failure) {
      return (
        <>
          <p role="alert">{errorText(failure)}</p>
          <Button
            onClick={() => {
              setFailure(null)
              setAttempt(attempt + 1)
            }}
          >
            {t('common:retry')}
          </Button>
        </>
      )
    }
    return invitation ? (
      <InvitationForm token={token} invitation={invitation} onAccepted={() => setAccepted(true)} />
    ) : (
      <Loader type="dots" />
    )
  }

  return (
    <AuthFrame
      isForAnybody
      title={t('auth:invitation.title')}
      lead={t('auth:invitation.lead')}
      footer={
        <Anchor component={Link} to={isIn ? '/' : '/login'} fw={600} inherit>
          {isIn ? t('common:toDashboard') : t('auth:toLogin')}
        </Anchor>
      }
    >
      {content()}
    </AuthFrame>
  )
}
