import { Drawer } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { unionOf } from '../canvas/boxes.ts'
import { lookAt, toScreen } from '../canvas/camera.ts'
import { useEditorSession } from '../session/editor-context.ts'
import type { EditorSession } from '../session/session.ts'
import styles from './PanelDrawer.module.css'
import { PropertiesPanel } from './PropertiesPanel.tsx'

/** The part of the window that it covers. */
const COVERED = 0.55
/** CSS pixels around what is to be seen above it. */
const MARGIN = 16

/** The properties at the foot of a small screen: what they change stays in sight above. */
export function PanelDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  useEffect(() => (isOpen ? lookAbove(session) : undefined), [session, isOpen])
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size={`${COVERED * 100}%`}
      title={t('editor:panel.label')}
      overlayProps={{ backgroundOpacity: 0.1 }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ content: styles.content, title: styles.title }}
    >
      <PropertiesPanel />
    </Drawer>
  )
}

/** Brings what is selected, or the page, above the drawer. Returns what goes back, unless one has looked elsewhere meanwhile. */
function lookAbove(session: EditorSession): (() => void) | undefined {
  const { camera, view } = session
  const before = camera.get()
  const { width } = view.get()
  const area = document.querySelector('[data-canvas]')?.getBoundingClientRect()
  const height = window.innerHeight * (1 - COVERED) - (area?.top ?? 0)
  const page = { x: 0, y: 0, ...session.page() }
  const rect = unionOf(session.selected().flatMap(({ id }) => session.boxOf(id) ?? [])) ?? page
  const [top, bottom] = [rect.y, rect.y + rect.height].map((y) => toScreen(before, { x: 0, y }).y)
  if (height < 80 || (top !== undefined && bottom !== undefined && top >= 0 && bottom <= height)) return undefined
  const seen = { width: width - 2 * MARGIN, height: height - 2 * MARGIN }
  const near = lookAt(rect, seen, before.zoom)
  const moved = { ...near, x: near.x + MARGIN, y: near.y + MARGIN }
  camera.set(moved)
  return () => {
    if (camera.get() === moved) camera.set(before)
  }
}
