import type { Invitation } from '@anawim/api/contract'
import { IconMailPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAuthOptions } from '../auth/use-auth-options.ts'
import { currentLanguage } from '../i18n/index.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageNumbers } from '../ui/PageNumbers.tsx'
import { toast, toastError } from '../ui/toast.ts'
import { AdminTable } from './AdminTable.tsx'
import { InvitationRow } from './InvitationRow.tsx'
import { InviteForm } from './InviteForm.tsx'
import { INVITATIONS_PER_PAGE, useInvitations, useInvite, useWithdraw, type InvitationBody } from './use-invitations.ts'

/** Who is invited: invite another, invite again, withdraw. */
export function AdminInvitations() {
  const { t } = useTranslation('admin')
  const errorText = useErrorText()
  const [page, setPage] = useState(1)
  const { mail } = useAuthOptions()
  const invitations = useInvitations(page)
  const invite = useInvite()
  const withdraw = useWithdraw()

  /** Rejects when the server refuses: who asked says why. */
  const send = async (body: InvitationBody) => {
    const { email } = await invite.mutateAsync({ ...body, language: currentLanguage() })
    toast(mail ? t('admin:invited', { email }) : t('admin:invitedKept', { email }))
  }
  const again = ({ email, role }: Invitation) =>
    void send({ email, role }).catch((error: unknown) => toastError(errorText(error)))
  const end = ({ id, email }: Invitation) =>
    withdraw.mutate(id, {
      onSuccess: () => toast(t('admin:withdrawn', { email })),
      onError: (error) => toastError(errorText(error)),
    })

  return (
    <>
      <InviteForm onInvite={send} />
      <AdminTable
        query={invitations}
        label={t('admin:invitations')}
        columns={[t('admin:email'), t('admin:role'), t('admin:invitedBy'), t('admin:expires')]}
        notLoaded={t('admin:notLoaded')}
        empty={<Notice icon={IconMailPlus} title={t('admin:noInvitations')} text={t('admin:noInvitationsText')} />}
        row={(invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            onAgain={() => again(invitation)}
            onWithdraw={() => end(invitation)}
          />
        )}
      />
      <PageNumbers
        total={Math.ceil((invitations.data?.total ?? 0) / INVITATIONS_PER_PAGE)}
        value={page}
        onChange={setPage}
      />
    </>
  )
}
