/**
 * The editor of one lesson. Here: opening it, its canvas, tools, panels, the others in it. Not here: what the document
 * is and who may write it (`lesson/doc` and the server), how an element looks (`drawing`).
 */
import { Button } from '@mantine/core'
import { IconFileOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { asApiError } from '../session/api-error.ts'
import { useUser } from '../session/use-session.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageLoading } from '../ui/PageLoading.tsx'
import { later } from '../ui/later.ts'
import { LessonEditor } from './LessonEditor.tsx'
import { OnlyToRead } from './session/open-lesson.ts'
import { useOpenLesson } from './session/use-open-lesson.ts'

const LeftEdits = later(async () => (await import('./connection/LeftEdits.tsx')).LeftEdits)

export function LessonEditorPage() {
  const { id } = useParams()
  return <OpenLesson key={id} id={Number(id)} />
}

function OpenLesson({ id }: { id: number }) {
  const { i18n } = useTranslation()
  const state = useOpenLesson(id, useUser().id)
  useEffect(() => {
    // The words come while the lesson does.
    void i18n.loadNamespaces('editor')
  }, [i18n])
  if (state.status === 'opening') return <PageLoading />
  if (state.status === 'open') {
    const { editor, lesson, reload, arrivals, refused } = state
    const shown = { editor, lesson, arrivals, refused }
    // Opened anew after a refusal it is another document, and nothing of the old one may stay on the screen.
    return <LessonEditor key={editor.session.doc.guid} {...shown} onLessonChanged={reload} />
  }
  const { error, left, refused } = state
  const isForbidden = error instanceof OnlyToRead || ['forbidden', 'not_found'].includes(asApiError(error).code)
  const hasWork = left.length > 0 || refused !== null
  return hasWork && isForbidden ? (
    <LeftEdits lessonId={id} left={left} refused={refused} />
  ) : (
    <OpenFailure error={error} />
  )
}

function OpenFailure({ error }: { error: unknown }) {
  const { t } = useTranslation(['editor', 'common'])
  const errorText = useErrorText()
  const { code } = asApiError(error)
  const icon = code === 'not_found' ? IconFileOff : code === 'forbidden' ? IconLock : IconPlugConnectedX
  const title = code === 'not_found' ? t('editor:open.notFound') : t('editor:open.failed')
  return (
    <Notice isPage icon={icon} title={title} text={errorText(error)}>
      <Button component="a" href="/">
        {t('common:toDashboard')}
      </Button>
      <Button variant="default" onClick={() => location.reload()}>
        {t('common:retry')}
      </Button>
    </Notice>
  )
}
