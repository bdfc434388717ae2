import { restoreElements } from '@anawim/lesson/doc'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'

/** When another deletes what one is working on: says so, and offers to bring it back. */
export function useLostWork(): void {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  useEffect(
    () =>
      editor.session.subscribeLost((ids) =>
        editor.tell({
          tone: 'plain',
          text: t('editor:together.deleted', { count: ids.length }),
          action: {
            label: t('editor:together.restore'),
            run() {
              editor.session.history.beginStep()
              restoreElements(editor.session.doc, ids)
            },
          },
        }),
      ),
    [editor, t],
  )
}
