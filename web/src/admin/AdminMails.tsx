import type { Mail } from '@anawim/api/contract'
import { Alert } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAuthOptions } from '../auth/use-auth-options.ts'
import { call } from '../session/school-call.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageNumbers } from '../ui/PageNumbers.tsx'
import { AdminTable } from './AdminTable.tsx'
import { MailDialog } from './MailDialog.tsx'
import { MailRow } from './MailRow.tsx'

const MAILS_PER_PAGE = 50

/** The mails of this server. Where it sends none, the admin reads them here and hands them on. */
export function AdminMails() {
  const { t } = useTranslation('admin')
  const [page, setPage] = useState(1)
  const [read, setRead] = useState<Mail | null>(null)
  const sendsMail = useAuthOptions().mail
  const query = { skip: (page - 1) * MAILS_PER_PAGE, limit: MAILS_PER_PAGE }
  const mails = useQuery({
    queryKey: ['mails', query],
    queryFn: ({ signal }) => call('listMails', { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      {!sendsMail && (
        <Alert variant="light" mb="md">
          {t('admin:mailsKept')}
        </Alert>
      )}
      <AdminTable
        query={mails}
        label={t('admin:mails')}
        columns={[t('admin:recipient'), t('admin:subject'), t('admin:state'), t('admin:written')]}
        notLoaded={t('admin:notLoaded')}
        empty={<Notice icon={IconMail} title={t('admin:noMails')} />}
        row={(mail) => <MailRow key={mail.id} mail={mail} isKept={!sendsMail} onRead={() => setRead(mail)} />}
      />
      <PageNumbers total={Math.ceil((mails.data?.total ?? 0) / MAILS_PER_PAGE)} value={page} onChange={setPage} />
      <MailDialog mail={read} onClose={() => setRead(null)} />
    </>
  )
}
