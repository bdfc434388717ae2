import { useLayoutEffect, useRef } from 'react'
import { Player } from '../../../player/Player.tsx'
import { useEditorSession, useElement } from '../../session/editor-context.ts'
import { useValue } from '../../session/value.ts'
import type { InsideProps } from '../kind-editor.ts'
import styles from './PlayInside.module.css'

/** Plays a video or a recording in its place on the canvas, for oneself alone; Escape, or a click beside it, ends that. */
export function PlayInside({ id }: InsideProps) {
  const session = useEditorSession()
  const element = useElement(id)
  const { zoom } = useValue(session.camera)
  const paper = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const camera = session.camera.get()
      if (paper.current) paper.current.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom})`
    }
    place()
    return session.camera.subscribe(place)
  }, [session])
  if (element?.kind !== 'video' && element?.kind !== 'audio') return null
  const close = () => {
    session.editing.set(null)
    document.querySelector<HTMLElement>('[data-canvas]')?.focus()
  }
  return (
    <div ref={paper} className={styles.paper} data-over-canvas>
      <Player key={id} element={element} page={session.page()} scale={zoom} isOpen onClose={close} />
    </div>
  )
}
