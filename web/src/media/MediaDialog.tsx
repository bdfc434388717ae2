import type { Media } from '@anawim/api/contract'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MediaDetails } from './MediaDetails.tsx'
import type { MediaActions } from './use-media.tsx'

interface MediaDialogProps {
  /** Null: closed. */
  media: Media | null
  actions: MediaActions
  onClose: () => void
}

/** One file: what it is, where it is used, and what one may do with it. */
export function MediaDialog({ media, actions, onClose }: MediaDialogProps) {
  const { t } = useTranslation('common')
  // It stays to be seen while the dialog goes.
  const [shown, setShown] = useState(media)
  if (media && media !== shown) setShown(media)
  return (
    <Modal
      opened={media !== null}
      onClose={onClose}
      size="lg"
      title={shown?.original_filename}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {shown && <MediaDetails key={shown.id} media={shown} actions={actions} onClose={onClose} />}
    </Modal>
  )
}
