import type { Lesson } from '@anawim/api/contract'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedWork } from './connection/refused-work.ts'
import { EditorBody } from './EditorBody.tsx'
import { EditorHeader } from './header/EditorHeader.tsx'
import styles from './LessonEditor.module.css'
import type { Editor } from './session/editor.ts'
import { EditorContext } from './session/editor-context.ts'
import type { Arrivals } from './session/open-lesson.ts'
import { fetchParts, later } from '../ui/later.ts'

const ArrivalNotices = later(async () => (await import('./connection/ArrivalNotices.tsx')).ArrivalNotices)
const ClosedDialog = later(async () => (await import('./connection/ClosedDialog.tsx')).ClosedDialog)

interface LessonEditorProps {
  lesson: Lesson
  editor: Editor
  /** The lesson's row may be another one now: it was published, say. */
  onLessonChanged: () => void
  /** What became of unsaved edits of earlier pages, and of what the server has just refused. */
  arrivals: Arrivals
  refused: RefusedWork | null
}

/** An open lesson: header, page strip, canvas with its tools, properties. */
export function LessonEditor({ lesson, editor, onLessonChanged, arrivals, refused }: LessonEditorProps) {
  const { i18n } = useTranslation()
  useEffect(() => {
    // Once the lesson is open nothing else is waiting for the network, which may be gone in a moment.
    const timer = setTimeout(() => {
      fetchParts()
      void i18n.loadNamespaces('format')
    }, 1_000)
    return () => clearTimeout(timer)
  }, [i18n])
  return (
    <EditorContext value={editor}>
      <div className={styles.editor} data-editor>
        <EditorHeader lesson={lesson} onChanged={onLessonChanged} />
        <EditorBody />
        <Suspense fallback={null}>
          <ClosedDialog />
          <ArrivalNotices arrivals={arrivals} refused={refused} />
        </Suspense>
      </div>
    </EditorContext>
  )
}
