import { useMediaQuery } from '@mantine/hooks'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LessonCanvas } from './canvas/LessonCanvas.tsx'
import { CommandDialogs } from './commands/CommandDialogs.tsx'
import { useKeys } from './commands/use-keys.ts'
import { EditingInside } from './kinds/EditingInside.tsx'
import styles from './LessonEditor.module.css'
import { useEditorSession } from './session/editor-context.ts'
import { useValue } from './session/value.ts'
import { useLostWork } from './together/use-lost-work.ts'
import { usePresence } from './together/use-presence.ts'
import { Toolbar } from './toolbar/Toolbar.tsx'
import { useToolRunner } from './tools/use-tool-runner.ts'
import { later } from '../ui/later.ts'

/** What the canvas can wait for no longer than for its first picture. */
const Clipboard = later(async () => (await import('./commands/Clipboard.tsx')).Clipboard)
const Cursors = later(async () => (await import('./together/Cursors.tsx')).Cursors)
const Following = later(async () => (await import('./together/Following.tsx')).Following)
const Lasers = later(async () => (await import('./together/EditorLasers.tsx')).EditorLasers)
const Presentation = later(async () => (await import('./present/Presentation.tsx')).Presentation)
const ContextMenu = later(async () => (await import('./toolbar/ContextMenu.tsx')).ContextMenu)
const PageStrip = later(async () => (await import('./pages/PageStrip.tsx')).PageStrip)
const PanelDrawer = later(async () => (await import('./panel/PanelDrawer.tsx')).PanelDrawer)
const PropertiesPanel = later(async () => (await import('./panel/PropertiesPanel.tsx')).PropertiesPanel)
const SelectionSpoken = later(async () => (await import('./canvas/SelectionSpoken.tsx')).SelectionSpoken)
const Tips = later(async () => (await import('./ui/Tips.tsx')).Tips)
const MediaPicking = later(async () => (await import('./images/MediaPicking.tsx')).MediaPicking)
const EditorUploads = later(async () => (await import('./images/EditorUploads.tsx')).EditorUploads)
const ZoomControl = later(async () => (await import('./toolbar/ZoomControl.tsx')).ZoomControl)

/** Everything below the header. On a phone the pages lie at the foot, and the properties in a drawer. */
export function EditorBody() {
  const { t } = useTranslation('editor')
  const runner = useToolRunner()
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false })
  const isPresenting = useValue(useEditorSession().presenting)
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  useKeys(runner)
  usePresence()
  useLostWork()
  return (
    <div className={styles.body}>
      <div className={styles.pages}>
        <Suspense fallback={null}>
          <PageStrip />
        </Suspense>
      </div>
      <main className={styles.canvas} ref={main}>
        <LessonCanvas runner={runner}>
          <Suspense fallback={null}>
            <Cursors />
            <Lasers />
          </Suspense>
          <EditingInside />
        </LessonCanvas>
        <Toolbar onProperties={isNarrow ? () => setIsPanelOpen(true) : null} />
        <Suspense fallback={null}>
          <Clipboard />
          <ZoomControl />
          <Following />
          <EditorUploads />
          <MediaPicking />
          <ContextMenu area={main} runner={runner} />
          <SelectionSpoken />
          <Tips />
        </Suspense>
        <CommandDialogs />
      </main>
      {isPresenting && (
        <Suspense fallback={null}>
          <Presentation />
        </Suspense>
      )}
      {isNarrow ? (
        <Suspense fallback={null}>
          <PanelDrawer isOpen={isPanelOpen} onClose={() => setIsPanelOpen(false)} />
        </Suspense>
      ) : (
        <aside className={styles.panel} aria-label={t('editor:panel.label')}>
          <Suspense fallback={null}>
            <PropertiesPanel />
          </Suspense>
        </aside>
      )}
    </div>
  )
}
