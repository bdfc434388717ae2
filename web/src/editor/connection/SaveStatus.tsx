import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconPlugConnectedX,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../session/editor.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { type SaveLabel, saveLabel } from './save-state.ts'
import styles from './SaveStatus.module.css'
import type { Translate } from '../session/translate.ts'

interface Look {
  icon: Icon
  text: (t: Translate) => string
  /** `isKept`: unsaved edits would survive a reload. */
  help: (t: Translate, isKept: boolean) => string
}

const looks: Readonly<Record<SaveLabel, Look>> = {
  connecting: {
    icon: IconRefresh,
    text: (t) => t('editor:save.connecting'),
    help: (t) => t('editor:save.connectingHelp'),
  },
  saved: { icon: IconCloudCheck, text: (t) => t('editor:save.saved'), help: (t) => t('editor:save.savedHelp') },
  saving: { icon: IconCloudUp, text: (t) => t('editor:save.saving'), help: (t) => t('editor:save.savingHelp') },
  offline: {
    icon: IconCloudOff,
    text: (t) => t('editor:save.offline'),
    help: (t, isKept) => (isKept ? t('editor:save.offlineKeptHelp') : t('editor:save.offlineHelp')),
  },
  retrying: {
    icon: IconAlertTriangle,
    text: (t) => t('editor:save.retrying'),
    help: (t) => t('editor:save.retryingHelp'),
  },
  closed: { icon: IconPlugConnectedX, text: (t) => t('editor:save.closed'), help: (t) => t('editor:save.closedHelp') },
}

/** Is one's work safe? */
export function SaveStatus() {
  const { t } = useTranslation('editor')
  const { saving, keeping } = useEditor()
  const label = useCalmLabel(saving)
  const isKept = useValue(keeping)
  const { icon: StatusIcon, text, help } = looks[label]
  return (
    <span role="status" data-tip={help(t, isKept)} className={styles.status} data-save={label}>
      <StatusIcon size={18} stroke={1.7} aria-hidden />
      <span className={styles.text}>{text(t)}</span>
    </span>
  )
}

/** Milliseconds for which everything is saved before that is told: it would else come and go behind each letter. */
const CALM = 250

/** What is not saved is told at once. */
function useCalmLabel(saving: Editor['saving']): SaveLabel {
  const [shown, show] = useState(() => saveLabel(saving.get()))
  useEffect(() => {
    let last = saveLabel(saving.get())
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      const label = saveLabel(saving.get())
      if (label === last) return
      clearTimeout(timer)
      if (last === 'saving' && label === 'saved') timer = setTimeout(() => show(label), CALM)
      else show(label)
      last = label
    }
    show(last)
    const stop = saving.subscribe(follow)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [saving])
  return shown
}
