import { isAllSaved, saveLabel } from '../connection/save-state.ts'
import type { Editor } from '../session/editor.ts'
import type { Translate } from '../session/translate.ts'

/** Milliseconds after which one is told that it still waits, rather than left to wonder. */
const PATIENCE = 8_000

/** Ctrl+S is a habit: however often it is pressed, one message says that all is saved. */
export const SAVED_MESSAGE = 'saved'

/**
 * Every edit is on its way already when it is made, so there is nothing to start: this waits until all of them are
 * committed, and says so.
 */
export async function saveNow(editor: Editor, t: Translate): Promise<void> {
  const { session, tell } = editor
  const isSaved = await untilSaved(editor)
  if (!isSaved) return tell({ tone: 'bad', text: t('editor:save.waiting') })
  const action = { label: t('editor:save.nameVersion'), run: () => session.dialog.set('nameVersion') }
  tell({ id: SAVED_MESSAGE, tone: 'good', text: t('editor:save.confirmed'), action })
}

/** Resolves when every edit made here is committed; false: it will not be, or not soon. */
export function untilSaved({ saving }: Pick<Editor, 'saving'>): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (result: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(result)
    }
    const check = () => {
      const label = saveLabel(saving.get())
      if (isAllSaved(saving.get())) settle(true)
      else if (label === 'offline' || label === 'closed' || label === 'retrying') settle(false)
    }
    const timer = setTimeout(() => settle(false), PATIENCE)
    const stop = saving.subscribe(check)
    check()
  })
}
