import type { Mail } from '@anawim/api/contract'
import { Button, Modal, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogActions } from '../ui/DialogActions.tsx'
import { toast } from '../ui/toast.ts'

/** A mail to read and to copy. Copies by the browser's old command: a page of plain http has no other. */
export function MailDialog({ mail, onClose }: { mail: Mail | null; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const text = useRef<HTMLTextAreaElement>(null)
  const [last, setLast] = useState(mail)
  if (mail !== null && mail !== last) setLast(mail)
  // While it closes it goes on showing what it showed.
  const shown = mail ?? last
  const copy = () => {
    text.current?.select()
    if (document.execCommand('copy')) toast(t('admin:copied'))
  }
  return (
    <Modal
      opened={mail !== null}
      onClose={onClose}
      size="lg"
      title={shown?.subject}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Textarea
        ref={text}
        aria-label={t('admin:mailText')}
        value={shown?.body ?? ''}
        rows={14}
        readOnly
        data-autofocus
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:close')}
        </Button>
        <Button onClick={copy}>{t('admin:copy')}</Button>
      </DialogActions>
    </Modal>
  )
}
