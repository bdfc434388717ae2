import { ActionIcon, Button } from '@mantine/core'
import type { Lesson } from '@anawim/api/contract'
import { IconArrowLeft, IconShare3, IconUserPlus } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { saveCommand } from '../commands/file-commands.ts'
import { redoCommand, undoCommand } from '../commands/history-commands.ts'
import { SaveStatus } from '../connection/SaveStatus.tsx'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { IconAction } from '../ui/IconAction.tsx'
import styles from './EditorHeader.module.css'
import { LessonTitle } from './LessonTitle.tsx'
import { later } from '../../ui/later.ts'
import { useOpener } from '../../ui/use-opener.ts'

const Avatars = later(async () => (await import('../together/Avatars.tsx')).Avatars)
const FileMenu = later(async () => (await import('./FileMenu.tsx')).FileMenu)
const PresentButton = later(async () => (await import('../present/PresentButton.tsx')).PresentButton)
const PublishDialog = later(async () => (await import('../../sharing/PublishDialog.tsx')).PublishDialog)
const Versions = later(async () => (await import('../versions/Versions.tsx')).Versions)
const ShareDialog = later(async () => (await import('../../sharing/ShareDialog.tsx')).ShareDialog)

/** Above the canvas: the way back, what the lesson is called, whether it is saved, who is here, and with whom it is shared. */
export function EditorHeader({ lesson, onChanged }: { lesson: Lesson; onChanged: () => void }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const title = useValue(editor.lesson.title)
  const [open, setOpen] = useState<'share' | 'publish' | null>(null)
  // Mounted from the first opening on, so that they can also close gently.
  const [wasOpened, setWasOpened] = useState(false)
  const [wasVersions, setWasVersions] = useState(false)
  const isVersions = useValue(editor.session.dialog) !== null
  if (isVersions && !wasVersions) setWasVersions(true)
  const opener = useOpener('[data-canvas]')
  const show = (which: 'share' | 'publish') => {
    opener.remember()
    setWasOpened(true)
    setOpen(which)
  }
  const dialog = (which: 'share' | 'publish') => ({
    lesson: { ...lesson, title },
    opened: open === which,
    onClose: () => {
      setOpen(null)
      opener.giveBack()
    },
  })
  return (
    <header className={styles.header}>
      <ActionIcon
        component={Link}
        data-tip={t('editor:header.back')}
        to="/"
        variant="subtle"
        color="gray.8"
        size={36}
        aria-label={t('editor:header.back')}
      >
        <IconArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <LessonTitle />
      <SaveStatus />
      <div className={styles.history}>
        <HistoryButtons />
      </div>
      <div className={styles.space} />
      <div className={styles.peers}>
        <Suspense fallback={null}>
          <Avatars />
        </Suspense>
      </div>
      <div className={styles.save}>
        <IconAction
          icon={saveCommand.icon}
          label={saveCommand.label(t)}
          shortcut={saveCommand.shortcuts[0]}
          onClick={() => saveCommand.run(editor, t)}
        />
      </div>
      <div className={styles.save}>
        <Suspense fallback={null}>
          <PresentButton />
        </Suspense>
      </div>
      <Suspense fallback={<span className={styles.menu} />}>
        <FileMenu onShare={() => show('share')} onPublish={() => show('publish')} lesson={lesson} />
      </Suspense>
      {lesson.allowed.includes('share') && (
        <Button
          className={styles.wide}
          variant="default"
          size="sm"
          leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
          onClick={() => show('share')}
        >
          {t('editor:header.share')}
        </Button>
      )}
      {lesson.allowed.includes('publish') && (
        <Button
          className={styles.wide}
          size="sm"
          leftSection={<IconShare3 size={18} stroke={1.7} aria-hidden />}
          onClick={() => show('publish')}
        >
          {lesson.status === 'published' ? t('editor:header.published') : t('editor:header.publish')}
        </Button>
      )}
      <Suspense fallback={null}>
        {wasVersions && <Versions lesson={lesson} />}
        {wasOpened && <ShareDialog {...dialog('share')} onChanged={onChanged} />}
        {wasOpened && <PublishDialog {...dialog('publish')} onChanged={onChanged} />}
      </Suspense>
    </header>
  )
}

function HistoryButtons() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { history } = editor.session
  const canUndo = useValue(history.canUndo)
  const canRedo = useValue(history.canRedo)
  return [
    { command: undoCommand, isPossible: canUndo },
    { command: redoCommand, isPossible: canRedo },
  ].map(({ command, isPossible }) => (
    <IconAction
      key={command.id}
      icon={command.icon}
      label={command.label(t)}
      shortcut={command.shortcuts[0]}
      isDisabled={!isPossible}
      onClick={() => command.run(editor, t)}
    />
  ))
}
