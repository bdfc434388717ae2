import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { TemplateGallery } from '../templates/TemplateGallery.tsx'
import { useFirstTemplate } from '../templates/use-templates.ts'
import { LessonForm } from './LessonForm.tsx'
import { useLessonActions } from './use-lesson-actions.tsx'

/** Makes a lesson from a template and opens it. */
export function CreateLessonDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('dashboard')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={1040}
      title={t('dashboard:createTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <NewLesson onClose={onClose} />
    </Modal>
  )
}

function NewLesson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('dashboard')
  const navigate = useNavigate()
  const actions = useLessonActions()
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const first = useFirstTemplate()
  return (
    <LessonForm
      initial={{ title: '', level: '', topic: '' }}
      submitText={t('dashboard:createSubmit')}
      onCancel={onClose}
      onSubmit={async (fields) => {
        const lesson = await actions.create({ ...fields, template_id: chosen ?? first ?? null })
        await navigate(`/lessons/${lesson.id}`)
      }}
      beside={<TemplateGallery value={chosen ?? first} onChange={setChosen} />}
    />
  )
}
