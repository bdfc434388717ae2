import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MembersEditor } from './MembersEditor.tsx'
import type { SharedLesson } from './shared-lesson.ts'

interface ShareDialogProps {
  lesson: SharedLesson
  opened: boolean
  onClose: () => void
}

/** With whom a lesson is shared; who may share it, changes that. */
export function ShareDialog({ lesson, opened, onClose }: ShareDialogProps) {
  const { t } = useTranslation('common')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('common:share.title', { title: lesson.title })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <MembersEditor lesson={lesson} normalRole="editor" isShown={opened} />
    </Modal>
  )
}
