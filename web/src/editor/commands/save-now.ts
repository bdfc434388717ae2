import { isAllSaved, saveLabel } from '../connection/save-state.ts'
import type { Editor } from '../session/editor.ts'
import type { Translate } from '../session/translate.ts'

/** Milliseconds after which one is told that it still waits, rather than left to wonder. */
const PATIENCE = 8_000

/**
 * Every edit is on its way already when it is made, so there is nothing to start: this waits until all of them are
 * committed, and says so.
 */
export async function saveNow({ saving, tell }: Editor, t: Translate): Promise<void> {
  const isSaved = await new Promise<boolean>((resolve) => {
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
  tell(isSaved ? { tone: 'good', text: t('editor:save.confirmed') } : { tone: 'bad', text: t('editor:save.waiting') })
}
