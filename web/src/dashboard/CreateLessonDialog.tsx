import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { LessonForm } from './LessonForm.tsx'
import { useLessonActions } from './use-lesson-actions.tsx'

/** Makes a lesson and opens it. */
export function CreateLessonDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('dashboard')
  const navigate = useNavigate()
  const actions = useLessonActions()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('dashboard:createTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <LessonForm
        initial={{ title: '', level: '', topic: '' }}
        submitText={t('dashboard:createSubmit')}
        onCancel={onClose}
        onSubmit={async (fields) => {
          const lesson = await actions.create(fields)
          await navigate(`/lessons/${lesson.id}`)
        }}
      />
    </Modal>
  )
}
