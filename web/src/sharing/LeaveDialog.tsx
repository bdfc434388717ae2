import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LeaveLine } from './LeaveLine.tsx'
import type { SharedLesson } from './shared-lesson.ts'

interface LeaveDialogProps {
  lesson: SharedLesson
  opened: boolean
  onClose: () => void
}

/** For who only views a lesson: to have it in one's list no longer. */
export function LeaveDialog({ lesson, opened, onClose }: LeaveDialogProps) {
  const { t } = useTranslation('people')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={lesson.title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <LeaveLine lesson={lesson} onLeft={onClose} />
    </Modal>
  )
}
