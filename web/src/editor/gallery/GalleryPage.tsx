import { createDocState } from '@anawim/lesson/doc'
import { useState } from 'react'
import * as Y from 'yjs'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { startingSaveState } from '../connection/save-state.ts'
import { EditorBody } from '../EditorBody.tsx'
import { createUploadQueue } from '../../media/upload/upload-queue.ts'
import styles from '../LessonEditor.module.css'
import type { Editor } from '../session/editor.ts'
import { EditorContext } from '../session/editor-context.ts'
import { createSession } from '../session/session.ts'
import { tell } from '../session/tell.tsx'
import { createValue } from '../session/value.ts'
import { galleryContent } from './gallery-content.ts'

/** The whole editor without a server: the bench where a kind is made and looked at. Nothing is kept. */
export function GalleryPage() {
  usePageTitle('Gallery')
  const [editor] = useState(createGalleryEditor)
  return (
    <EditorContext value={editor}>
      <div className={styles.editor}>
        <EditorBody />
      </div>
    </EditorContext>
  )
}

function createGalleryEditor(): Editor {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, createDocState(galleryContent))
  return {
    session: createSession(doc),
    room: null,
    saving: createValue(startingSaveState),
    keeping: createValue(false),
    uploads: createUploadQueue(() => Promise.reject(new Error('The gallery has no server'))),
    lesson: { id: 0, title: createValue('Gallery') },
    tell,
  }
}
