import type { Lesson } from '@anawim/api/contract'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LessonForm } from './LessonForm.tsx'
import { useLessonActions } from './use-lesson-actions.tsx'

interface RenameLessonDialogProps {
  lesson: Lesson
  opened: boolean
  onClose: () => void
}

/** Changes a lesson's title, level and topic. */
export function RenameLessonDialog({ lesson, opened, onClose }: RenameLessonDialogProps) {
  const { t } = useTranslation('dashboard')
  const actions = useLessonActions()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('dashboard:renameTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <LessonForm
        initial={{ title: lesson.title, level: lesson.level ?? '', topic: lesson.topic ?? '' }}
        submitText={t('common:save')}
        onCancel={onClose}
        onSubmit={async (fields) => {
          await actions.update(lesson.id, fields)
          onClose()
        }}
      />
    </Modal>
  )
}
