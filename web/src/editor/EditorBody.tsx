import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LessonCanvas } from './canvas/LessonCanvas.tsx'
import { SelectionSpoken } from './canvas/SelectionSpoken.tsx'
import { useClipboard } from './commands/use-clipboard.ts'
import { useKeys } from './commands/use-keys.ts'
import { UploadList } from './images/UploadList.tsx'
import styles from './LessonEditor.module.css'
import { PageStrip } from './pages/PageStrip.tsx'
import { PropertiesPanel } from './panel/PropertiesPanel.tsx'
import { TextEditing } from './text/TextEditing.tsx'
import { Cursors } from './together/Cursors.tsx'
import { useLostWork } from './together/use-lost-work.ts'
import { usePresence } from './together/use-presence.ts'
import { ContextMenu } from './toolbar/ContextMenu.tsx'
import { Toolbar } from './toolbar/Toolbar.tsx'
import { ZoomControl } from './toolbar/ZoomControl.tsx'
import { useToolRunner } from './tools/use-tool-runner.ts'

/** Everything below the header. On a phone the pages lie at the foot, and the properties in a drawer. */
export function EditorBody() {
  const { t } = useTranslation('editor')
  const runner = useToolRunner()
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false })
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  useKeys(runner)
  useClipboard()
  usePresence()
  useLostWork()
  return (
    <div className={styles.body}>
      <div className={styles.pages}>
        <PageStrip />
      </div>
      <main className={styles.canvas} ref={main}>
        <LessonCanvas runner={runner}>
          <Cursors />
          <TextEditing />
        </LessonCanvas>
        <Toolbar onProperties={isNarrow ? () => setIsPanelOpen(true) : null} />
        <ZoomControl />
        <UploadList />
        <ContextMenu area={main} />
        <SelectionSpoken />
      </main>
      {isNarrow ? (
        <Drawer
          opened={isPanelOpen}
          onClose={() => setIsPanelOpen(false)}
          position="bottom"
          size="60%"
          title={t('editor:panel.label')}
          overlayProps={{ backgroundOpacity: 0.15 }}
          closeButtonProps={{ 'aria-label': t('common:close') }}
          styles={{ content: { borderRadius: '16px 16px 0 0' } }}
        >
          <PropertiesPanel />
        </Drawer>
      ) : (
        <aside className={styles.panel} aria-label={t('editor:panel.label')}>
          <PropertiesPanel />
        </aside>
      )}
    </div>
  )
}
