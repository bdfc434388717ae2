import { Alert, Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { IconUsers, IconWorld } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/call.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { toast } from '../ui/toast.ts'
import { MembersEditor } from './MembersEditor.tsx'
import styles from './PublishDialog.module.css'
import type { SharedLesson } from './shared-lesson.ts'

interface PublishDialogProps {
  lesson: SharedLesson
  opened: boolean
  onClose: () => void
  /** After it was published, unpublished, or shown to others than before. */
  onChanged?: () => void
}

/** Publishes a lesson, to everyone in the school or to the people one adds; changes that, or takes it back. */
export function PublishDialog(props: PublishDialogProps) {
  const { t } = useTranslation('common')
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={props.lesson.status === 'published' ? t('common:publish.changeTitle') : t('common:publish.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <PublishForm {...props} />
    </Modal>
  )
}

/** Made anew each time the dialog opens, so that it begins with how things are. */
function PublishForm({ lesson, opened, onClose, onChanged }: PublishDialogProps) {
  const { t } = useTranslation('common')
  const errorText = useErrorText()
  const queries = useQueryClient()
  const isPublished = lesson.status === 'published'
  const [audience, setAudience] = useState<'everyone' | 'members'>(
    isPublished && !lesson.is_public ? 'members' : 'everyone',
  )
  const [failure, setFailure] = useState<unknown>(null)
  const [working, setWorking] = useState<'publish' | 'unpublish' | null>(null)

  const change = async (what: 'publish' | 'unpublish', message: string) => {
    setWorking(what)
    setFailure(null)
    const params = { id: lesson.id }
    try {
      if (what === 'publish') await call('publishLesson', { params, body: { is_public: audience === 'everyone' } })
      else await call('unpublishLesson', { params })
      void queries.invalidateQueries({ queryKey: ['lessons'] })
      onChanged?.()
      onClose()
      toast(message)
    } catch (error) {
      setFailure(error)
    } finally {
      setWorking(null)
    }
  }

  return (
    <Stack gap="md">
      <p className={styles.lead}>{t('common:publish.lead')}</p>
      {failure !== null && (
        <Alert color="red" variant="light" role="alert">
          {errorText(failure)}
        </Alert>
      )}
      <Radio.Group
        label={t('common:publish.who')}
        value={audience}
        onChange={(value) => setAudience(value === 'members' ? 'members' : 'everyone')}
      >
        <Stack gap="sm">
          <Radio.Card value="everyone" className={styles.choice} aria-label={t('common:publish.everyone')}>
            <Radio.Indicator />
            <IconWorld size={22} stroke={1.6} aria-hidden />
            <span>
              <span className={styles.name}>{t('common:publish.everyone')}</span>
              <span className={styles.text}>{t('common:publish.everyoneText')}</span>
            </span>
          </Radio.Card>
          <Radio.Card value="members" className={styles.choice} aria-label={t('common:publish.members')}>
            <Radio.Indicator />
            <IconUsers size={22} stroke={1.6} aria-hidden />
            <span>
              <span className={styles.name}>{t('common:publish.members')}</span>
              <span className={styles.text}>{t('common:publish.membersText')}</span>
            </span>
          </Radio.Card>
        </Stack>
      </Radio.Group>
      {audience === 'members' && <MembersEditor lesson={lesson} normalRole="viewer" isShown={opened} />}
      <Group justify="flex-end" gap="sm" mt="xs">
        {isPublished && (
          <Button
            variant="subtle"
            color="red.7"
            mr="auto"
            loading={working === 'unpublish'}
            onClick={() => void change('unpublish', t('common:publish.taken', { title: lesson.title }))}
          >
            {t('common:publish.take')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          loading={working === 'publish'}
          onClick={() => void change('publish', t('common:publish.done', { title: lesson.title }))}
        >
          {isPublished ? t('common:save') : t('common:publish.submit')}
        </Button>
      </Group>
    </Stack>
  )
}
