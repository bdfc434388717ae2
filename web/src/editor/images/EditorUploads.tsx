import { UploadList } from '../../media/upload/UploadList.tsx'
import { useEditor } from '../session/editor-context.ts'
import styles from './EditorUploads.module.css'

/** What is on its way to the page, over the foot of the canvas. */
export function EditorUploads() {
  const { uploads } = useEditor()
  return (
    <div className={styles.list} data-over-canvas>
      <UploadList queue={uploads} />
    </div>
  )
}
