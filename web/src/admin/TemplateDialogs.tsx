import type { Template } from '@anawim/api/contract'
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../i18n/index.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { TemplateForm } from '../templates/TemplateForm.tsx'
import type { TemplateActions } from '../templates/use-templates.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import { toastError } from '../ui/toast.ts'

export type OpenTemplateDialog =
  | { kind: 'create'; language: Language }
  | { kind: 'details' | 'remove'; template: Template }

interface TemplateDialogsProps {
  open: OpenTemplateDialog | null
  actions: TemplateActions
  onClose: () => void
}

/** The dialogs of the list of templates. One that closes keeps what it showed until it is gone. */
export function TemplateDialogs({ open, actions, onClose }: TemplateDialogsProps) {
  const { t } = useTranslation('dashboard')
  const errorText = useErrorText()
  const [last, setLast] = useState<OpenTemplateDialog | null>(open)
  if (open !== null && open !== last) setLast(open)
  const shown = open ?? last
  if (shown === null) return null
  const frame = { opened: open !== null, onClose, closeButtonProps: { 'aria-label': t('common:close') } }

  if (shown.kind === 'create') {
    return (
      <Modal {...frame} title={t('dashboard:templates.create')}>
        <TemplateForm
          initial={{ name: '', description: '', language: shown.language, category: 'other' }}
          submitText={t('dashboard:templates.createSubmit')}
          onCancel={onClose}
          onSubmit={async (fields) => {
            await actions.create(fields)
            onClose()
          }}
        />
      </Modal>
    )
  }
  const { template } = shown
  if (shown.kind === 'details') {
    const { name, description, language, category } = template
    return (
      <Modal {...frame} title={t('dashboard:templates.details')}>
        <TemplateForm
          key={template.id}
          initial={{ name, description, language, category }}
          submitText={t('common:save')}
          onCancel={onClose}
          onSubmit={async (fields) => {
            await actions.update(template.id, fields)
            onClose()
          }}
        />
      </Modal>
    )
  }
  const remove = () => {
    onClose()
    actions.remove(template.id).catch((error: unknown) => toastError(errorText(error)))
  }
  return (
    <Modal {...frame} title={t('dashboard:templates.remove.title', { name: template.name })}>
      <Stack gap="md">
        <Text>{t('dashboard:templates.remove.text')}</Text>
        <DialogActions>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button color="red.7" onClick={remove}>
            {t('dashboard:templates.menu.remove')}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
