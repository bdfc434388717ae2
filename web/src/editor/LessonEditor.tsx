import type { Lesson } from '@anawim/api/contract'
import { ClosedDialog } from './connection/ClosedDialog.tsx'
import { EditorBody } from './EditorBody.tsx'
import { EditorHeader } from './header/EditorHeader.tsx'
import styles from './LessonEditor.module.css'
import type { Editor } from './session/editor.ts'
import { EditorContext } from './session/editor-context.ts'

interface LessonEditorProps {
  lesson: Lesson
  editor: Editor
  /** The lesson's row may be another one now: it was published, say. */
  onLessonChanged: () => void
}

/** An open lesson: header, page strip, canvas with its tools, properties. */
export function LessonEditor({ lesson, editor, onLessonChanged }: LessonEditorProps) {
  return (
    <EditorContext value={editor}>
      <div className={styles.editor}>
        <EditorHeader lesson={lesson} onChanged={onLessonChanged} />
        <EditorBody />
        <ClosedDialog />
      </div>
    </EditorContext>
  )
}
