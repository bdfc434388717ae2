import { Button, Modal, Stack, Text } from '@mantine/core'
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogActions } from '../../ui/DialogActions.tsx'

interface LostWorkDialogProps {
  title: string
  text: string
  onDownload: () => void
  /** Null: there is nothing that could be. */
  onPutBack: (() => void) | null
  /** It was put back, or nobody wants it: it is kept no longer. */
  onDone: () => void
}

/** Changes that are not in the lesson: what can be done with them. Closed only by an answer. */
export function LostWorkDialog({ title, text, onDownload, onPutBack, onDone }: LostWorkDialogProps) {
  const { t } = useTranslation('editor')
  const [isOpen, setIsOpen] = useState(true)
  const done = () => {
    setIsOpen(false)
    onDone()
  }
  return (
    <Modal opened={isOpen} onClose={() => {}} withCloseButton={false} title={title} size="lg" data-lost-work>
      <Stack>
        <Text>{text}</Text>
        <DialogActions>
          <Button variant="subtle" color="gray.8" onClick={done}>
            {t('editor:unsaved.goOn')}
          </Button>
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={onDownload}>
            {t('editor:unsaved.copy')}
          </Button>
          {onPutBack && (
            <Button
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              data-autofocus
              onClick={() => {
                onPutBack()
                done()
              }}
            >
              {t('editor:unsaved.putBack')}
            </Button>
          )}
        </DialogActions>
      </Stack>
    </Modal>
  )
}
