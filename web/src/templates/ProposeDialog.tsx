import type { Lesson } from '@anawim/api/contract'
import { Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/index.ts'
import { call } from '../session/school-call.ts'
import { toast } from '../ui/toast.ts'
import { TemplateForm } from './TemplateForm.tsx'

interface ProposeDialogProps {
  lesson: Lesson
  opened: boolean
  onClose: () => void
}

/** Offers a copy of one's lesson to the admins as a template for everybody. */
export function ProposeDialog({ lesson, opened, onClose }: ProposeDialogProps) {
  const { t } = useTranslation('dashboard')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('dashboard:templates.propose.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('dashboard:templates.propose.text')}</Text>
        <TemplateForm
          initial={{
            name: lesson.title.slice(0, 120),
            description: lesson.description.slice(0, 500),
            language: currentLanguage(),
            category: 'other',
          }}
          submitText={t('dashboard:templates.propose.submit')}
          onCancel={onClose}
          onSubmit={async (body) => {
            await call('proposeTemplate', { params: { id: lesson.id }, body })
            toast(t('dashboard:templates.propose.done', { name: body.name }))
            onClose()
          }}
        />
      </Stack>
    </Modal>
  )
}
