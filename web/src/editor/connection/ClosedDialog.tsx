import { Button, Modal, Stack, Text } from '@mantine/core'
import { readContent } from '@anawim/lesson/doc'
import { IconDownload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogActions } from '../../ui/DialogActions.tsx'
import { downloadJson } from '../commands/download.ts'
import { useEditor } from '../session/editor-context.ts'
import { useDerived, useValue } from '../session/value.ts'
import { reloadOnce } from './reload-once.ts'
import { type ClosedReason, wouldLoseEdits } from './save-state.ts'
import type { Translate } from '../session/translate.ts'

interface Words {
  title: (t: Translate) => string
  text: (t: Translate) => string
  /** Does opening the page again help? Else the way leads back to the lessons. */
  reloads: boolean
}

const words: Readonly<Record<ClosedReason, Words>> = {
  gone: { title: (t) => t('editor:closed.gone.title'), text: (t) => t('editor:closed.gone.text'), reloads: false },
  forbidden: {
    title: (t) => t('editor:closed.forbidden.title'),
    text: (t) => t('editor:closed.forbidden.text'),
    // Who may still read it is led to the readers' page; who may not learns so there.
    reloads: true,
  },
  unauthenticated: {
    title: (t) => t('editor:closed.unauthenticated.title'),
    text: (t) => t('editor:closed.unauthenticated.text'),
    reloads: true,
  },
  suspended: {
    title: (t) => t('editor:closed.suspended.title'),
    text: (t) => t('editor:closed.suspended.text'),
    reloads: false,
  },
  refused: {
    title: (t) => t('editor:closed.refused.title'),
    text: (t) => t('editor:closed.refused.text'),
    reloads: true,
  },
  full: { title: (t) => t('editor:closed.full.title'), text: (t) => t('editor:closed.full.text'), reloads: true },
  outdated: {
    title: (t) => t('editor:closed.outdated.title'),
    text: (t) => t('editor:closed.outdated.text'),
    reloads: true,
  },
}

/** The server ended it for good: why, what to do, and a copy of what could not be saved any more. */
export function ClosedDialog() {
  const { t } = useTranslation('editor')
  const { saving, keeping, session, lesson } = useEditor()
  const isKept = useValue(keeping)
  const closed = useDerived(saving, (state) => state.closed)
  const isAtRisk = useDerived(saving, (state) => state.closed !== null && wouldLoseEdits(state))
  useEffect(() => {
    // Nobody need be asked when nothing can be lost.
    if (closed === 'outdated' && !isAtRisk) reloadOnce()
  }, [closed, isAtRisk])
  if (!closed) return null
  const { title, text, reloads } = words[closed]
  const isLost = isAtRisk && !(isKept && reloads)
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title={title(t)} data-closed={closed}>
      <Stack>
        <Text>{text(t)}</Text>
        {isAtRisk && <Text fw={600}>{isLost ? t('editor:closed.unsaved') : t('editor:closed.kept')}</Text>}
        <DialogActions>
          <Button
            variant="default"
            data-autofocus={isLost || undefined}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => downloadJson(readContent(session.doc), lesson.title.get())}
          >
            {t('editor:closed.copy')}
          </Button>
          {reloads ? (
            <Button data-autofocus={!isLost || undefined} onClick={() => location.reload()}>
              {t('common:reload')}
            </Button>
          ) : (
            <Button data-autofocus={!isLost || undefined} onClick={() => location.assign('/')}>
              {t('common:toDashboard')}
            </Button>
          )}
        </DialogActions>
      </Stack>
    </Modal>
  )
}
