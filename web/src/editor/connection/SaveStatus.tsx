import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconPlugConnectedX,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { type SaveLabel, saveLabel, wouldLoseEdits } from './save-state.ts'
import styles from './SaveStatus.module.css'
import type { Translate } from '../session/translate.ts'

interface Look {
  icon: Icon
  text: (t: Translate) => string
  help: (t: Translate) => string
}

const looks: Readonly<Record<SaveLabel, Look>> = {
  connecting: {
    icon: IconRefresh,
    text: (t) => t('editor:save.connecting'),
    help: (t) => t('editor:save.connectingHelp'),
  },
  saved: { icon: IconCloudCheck, text: (t) => t('editor:save.saved'), help: (t) => t('editor:save.savedHelp') },
  saving: { icon: IconCloudUp, text: (t) => t('editor:save.saving'), help: (t) => t('editor:save.savingHelp') },
  offline: { icon: IconCloudOff, text: (t) => t('editor:save.offline'), help: (t) => t('editor:save.offlineHelp') },
  retrying: {
    icon: IconAlertTriangle,
    text: (t) => t('editor:save.retrying'),
    help: (t) => t('editor:save.retryingHelp'),
  },
  closed: { icon: IconPlugConnectedX, text: (t) => t('editor:save.closed'), help: (t) => t('editor:save.closedHelp') },
}

/** Is one's work safe? Leaving the page while it is not is asked back by the browser. */
export function SaveStatus() {
  const { t } = useTranslation('editor')
  const state = useValue(useEditor().saving)
  const label = saveLabel(state)
  const isAtRisk = wouldLoseEdits(state)
  useEffect(() => {
    if (!isAtRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isAtRisk])
  const { icon: StatusIcon, text, help } = looks[label]
  return (
    <span role="status" data-tip={help(t)} className={styles.status} data-save={label}>
      <StatusIcon size={18} stroke={1.7} aria-hidden />
      <span className={styles.text}>{text(t)}</span>
    </span>
  )
}
