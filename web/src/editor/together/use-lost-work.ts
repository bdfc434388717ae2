import { restoreElements, restorePage } from '@anawim/lesson/doc'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'

/** When another deletes what one is working on: says so, and offers to bring it back. And when undo leaves alone what another has changed. */
export function useLostWork(): void {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  useEffect(
    () =>
      editor.session.subscribeLost((ids, pageId) =>
        editor.tell({
          tone: 'plain',
          text:
            pageId === null ? t('editor:together.deleted', { count: ids.length }) : t('editor:together.pageDeleted'),
          action: {
            label: t('editor:together.restore'),
            run() {
              editor.session.history.beginStep()
              restoreElements(editor.session.doc, ids)
              if (pageId === null) return
              restorePage(editor.session.doc, pageId)
              editor.session.pageId.set(pageId)
            },
          },
        }),
      ),
    [editor, t],
  )
  useEffect(
    () =>
      editor.session.history.subscribeLeft(() =>
        editor.tell({ id: 'undo-left', tone: 'plain', text: t('editor:together.undoLeft') }),
      ),
    [editor, t],
  )
}
