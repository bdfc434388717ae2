/**
 * The editor of one lesson. Here: opening it, its canvas, tools, panels, the others in it. Not here: what the document
 * is and who may write it (`lesson/doc` and the server), how an element looks (`drawing`).
 */
import { Button } from '@mantine/core'
import { IconFileOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageLoading } from '../ui/PageLoading.tsx'
import { LessonEditor } from './LessonEditor.tsx'
import { useOpenLesson } from './session/use-open-lesson.ts'

export function LessonEditorPage() {
  const { id } = useParams()
  return <OpenLesson key={id} id={Number(id)} />
}

function OpenLesson({ id }: { id: number }) {
  const state = useOpenLesson(id)
  if (state.status === 'failed') return <OpenFailure error={state.error} />
  if (state.status === 'opening') return <PageLoading />
  return <LessonEditor lesson={state.lesson} editor={state.editor} onLessonChanged={state.reload} />
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
