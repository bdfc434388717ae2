import { Modal, Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AudienceSwitch } from './AudienceSwitch.tsx'
import { LeaveLine } from './LeaveLine.tsx'
import { MembersEditor } from './MembersEditor.tsx'
import { ShareLinks } from './ShareLinks.tsx'
import { SharedClasses } from './SharedClasses.tsx'
import type { SharedLesson } from './shared-lesson.ts'

interface ShareDialogProps {
  lesson: SharedLesson
  opened: boolean
  onClose: () => void
  /** After it got another author, or one has left it. */
  onChanged?: () => void
}

/** With whom a lesson is shared: people, classes, and who has a link. Who may share it, changes that. */
export function ShareDialog({ lesson, opened, onClose, onChanged }: ShareDialogProps) {
  const { t } = useTranslation('people')
  const mayShare = lesson.allowed.includes('share')
  const changed = () => {
    onClose()
    onChanged?.()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('people:share.title', { title: lesson.title })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Tabs defaultValue="people" keepMounted={false}>
        <Tabs.List mb="md" grow>
          <Tabs.Tab value="people">{t('people:share.tabPeople')}</Tabs.Tab>
          <Tabs.Tab value="classes">{t('people:share.tabClasses')}</Tabs.Tab>
          {mayShare && <Tabs.Tab value="links">{t('people:share.tabLinks')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="people">
          <MembersEditor lesson={lesson} normalRole="editor" isShown={opened} onTransferred={changed} />
          {lesson.allowed.includes('publish') && <AudienceSwitch lesson={lesson} onChanged={onChanged} />}
          {lesson.allowed.includes('leave') && <LeaveLine lesson={lesson} onLeft={changed} />}
        </Tabs.Panel>
        <Tabs.Panel value="classes">
          <SharedClasses lesson={lesson} />
        </Tabs.Panel>
        {mayShare && (
          <Tabs.Panel value="links">
            <ShareLinks lesson={lesson} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Modal>
  )
}
