import type { Lesson, Version } from '@anawim/api/contract'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropToast } from '../../ui/toast.ts'
import { useOpener } from '../../ui/use-opener.ts'
import { SAVED_MESSAGE, untilSaved } from '../commands/save-now.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { NameDialog, NotSavedError } from './NameDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useVersionActions } from './use-versions.ts'
import { VersionsPanel } from './VersionsPanel.tsx'

type Asking = { about: 'current' } | { about: 'rename' | 'remove'; version: Version }

/** Everything about versions that opens over the lesson: the panel, and what it asks. */
export function Versions({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('versions')
  const editor = useEditor()
  const { dialog } = editor.session
  const shown = useValue(dialog)
  const actions = useVersionActions(lesson.id)
  // A menu, a key or a message has opened it: one goes on at the canvas.
  const opener = useOpener('[data-canvas]')
  const [asking, setAsking] = useState<Asking | null>(null)
  const asked = shown === 'nameVersion' ? { about: 'current' as const } : asking
  useEffect(() => {
    // It offers what is open now.
    if (shown) dropToast(SAVED_MESSAGE)
  }, [shown])
  const stopAsking = () => {
    setAsking(null)
    if (dialog.get() === 'nameVersion') dialog.set(null)
  }

  const name = async (text: string) => {
    if (asked?.about === 'rename') await actions.rename(asked.version, text)
    else {
      if (!(await untilSaved(editor))) throw new NotSavedError()
      await actions.keep(text)
      const open = { label: t('versions:show'), run: () => dialog.set('versions') }
      editor.tell({
        tone: 'good',
        text: t('versions:named', { name: text }),
        ...(dialog.get() === 'versions' ? {} : { action: open }),
      })
    }
    stopAsking()
  }
  const renamed = asked?.about === 'rename' ? asked.version : null
  return (
    <>
      <VersionsPanel
        lesson={lesson}
        opened={shown === 'versions'}
        isAsking={asked !== null}
        actions={actions}
        onClose={() => {
          dialog.set(null)
          opener.giveBack()
        }}
        onName={() => setAsking({ about: 'current' })}
        onRename={(version) => setAsking({ about: 'rename', version })}
        onRemove={(version) => setAsking({ about: 'remove', version })}
      />
      <NameDialog
        title={renamed?.name ? t('versions:rename') : renamed ? t('versions:name') : t('versions:nameCurrent')}
        text={renamed ? undefined : t('versions:nameHelp')}
        initial={renamed?.name ?? ''}
        opened={asked !== null && asked.about !== 'remove'}
        onClose={stopAsking}
        onName={name}
      />
      <RemoveDialog
        version={asked?.about === 'remove' ? asked.version : null}
        onClose={stopAsking}
        onRemove={actions.remove}
      />
    </>
  )
}
