/**
 * The lesson on the whole screen, from the editor: what readers see of it, drawn by the readers' code, live. The page that is
 * presented is the page one is on, so the others see where one is and may follow. Not here: what a key means (`present-key.ts`).
 */
import { Portal } from '@mantine/core'
import { textCss } from '@anawim/drawing'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textClass } from '../../viewer/TextBox.tsx'
import { fitToView } from '../canvas/use-camera-fit.ts'
import { useEditor, usePages } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { PresentBar } from './PresentBar.tsx'
import { pageAfter, type PresentAct, presentAct } from './present-key.ts'
import styles from './Presentation.module.css'
import { PresentStage } from './PresentStage.tsx'
import { useIdle } from './use-idle.ts'

/** Milliseconds after which the bar and the pointer go. */
const CALM = 2_500

export function Presentation() {
  const { t } = useTranslation(['editor', 'pages'])
  const { session } = useEditor()
  const pageId = useValue(session.pageId)
  const isLaser = useValue(session.tool) === 'laser'
  const all = usePages()
  const pages = all.filter(({ hidden }) => !hidden)
  const at = pages.findIndex(({ id }) => id === pageId)
  const page = pages[at]
  const [isBlack, setIsBlack] = useState(false)
  const isIdle = useIdle(CALM)
  const screen = useRef<HTMLDivElement>(null)

  const act = useCallback(
    (what: PresentAct) => {
      const shown = session.model.pages().filter(({ hidden }) => !hidden)
      const place = shown.findIndex(({ id }) => id === session.pageId.get())
      if (what === 'exit') session.presenting.set(false)
      else if (what === 'black') setIsBlack((was) => !was)
      else if (what === 'laser') session.tool.set(session.tool.get() === 'laser' ? 'select' : 'laser')
      else {
        setIsBlack(false)
        const next = shown[pageAfter(what, place, shown.length)]
        if (next) session.pageId.set(next.id)
      }
    },
    [session],
  )

  useEffect(() => {
    // The page may be hidden from the start, or somebody may hide or delete it now.
    if (page) return
    const before = all.findIndex(({ id }) => id === pageId)
    const next = pages.find(({ id }) => all.findIndex((one) => one.id === id) > before) ?? pages.at(-1)
    if (next) session.pageId.set(next.id)
    else session.presenting.set(false)
  }, [session, page, pageId, pages, all])

  useEffect(() => {
    screen.current?.focus()
    const onKey = (event: KeyboardEvent) => {
      // A video that is played has keys of its own.
      if (event.target instanceof Element && event.target.closest('[data-player]')) return
      // The keys of a focused button are its own.
      const isOnButton = event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')
      const what = event.ctrlKey || event.metaKey || event.altKey ? null : presentAct(event)
      event.stopPropagation()
      if (!what || isOnButton) return
      event.preventDefault()
      act(what)
    }
    const onScreen = () => {
      if (!document.fullscreenElement) session.presenting.set(false)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('fullscreenchange', onScreen)
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('fullscreenchange', onScreen)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
      session.tool.set('select')
      session.laser.set(null)
      fitToView(session)
      document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true })
    }
  }, [session, act])

  const name = page?.name || t('editor:pages.number', { number: at + 1 })
  return (
    <Portal>
      <style>{textCss(`.${textClass}`)}</style>
      <div
        ref={screen}
        className={styles.screen}
        role="dialog"
        aria-modal
        aria-label={t('pages:present.label')}
        tabIndex={-1}
        data-idle={isIdle || undefined}
        data-laser={isLaser || undefined}
      >
        <div className={styles.spoken} role="status">
          {page && t('pages:present.page', { number: at + 1, count: pages.length, name })}
        </div>
        {page && !isBlack && <PresentStage page={page} next={pages[at + 1]} onAct={act} />}
        <PresentBar at={at} count={pages.length} isLaser={isLaser} isBlack={isBlack} onAct={act} />
      </div>
    </Portal>
  )
}
