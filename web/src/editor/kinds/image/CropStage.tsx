import { wholePicture } from '@anawim/drawing'
import { type ImageElement, withDefaults } from '@anawim/lesson'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handleCursor, handleSides, resizeHandles, type ResizeHandle } from '../../canvas/handles.ts'
import type { Point } from '../../canvas/point.ts'
import { nudgeOf } from '../../commands/nudge.ts'
import type { Translate } from '../../session/translate.ts'
import { useEditor } from '../../session/editor-context.ts'
import { useValue } from '../../session/value.ts'
import { usePlaceOnPage } from '../../text/use-place-on-page.ts'
import { type CropFrame, pullCrop, slidePicture } from './crop-frame.ts'
import styles from './Cropping.module.css'
import { writeCrop } from './write-crop.ts'

/** What a hand has hold of: a handle of the frame, or the picture. */
type Grip = ResizeHandle | 'picture'

const cropped = (element: ImageElement, grip: Grip, by: Point, keepsAspect = false) =>
  grip === 'picture' ? slidePicture(element, by) : pullCrop(element, grip, by, keepsAspect)

/** The whole picture, pale outside of the frame, with what one pulls (with Shift in its proportions) and slides. Written when a hand lets go. */
export function CropStage({ element }: { element: ImageElement }) {
  const { t } = useTranslation(['editor', 'format'])
  const { session, room } = useEditor()
  const { zoom } = useValue(session.camera)
  const frame = useRef<HTMLDivElement>(null)
  const held = useRef<{ grip: Grip; from: Point } | null>(null)
  const [draft, setDraft] = useState<CropFrame | null>(null)
  const { id } = element
  useEffect(() => room?.showCrop(id, draft), [room, id, draft])
  useEffect(() => () => room?.showCrop(id, null), [room, id])
  const shown: ImageElement = draft ? { ...element, ...draft.box, crop: draft.crop } : element
  usePlaceOnPage(frame, shown)

  const movedBy = (event: PointerEvent): Point => ({
    x: (event.clientX - (held.current?.from.x ?? 0)) / zoom,
    y: (event.clientY - (held.current?.from.y ?? 0)) / zoom,
  })
  const grip = (grip: Grip) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { grip, from: { x: event.clientX, y: event.clientY } }
    },
    onPointerMove: (event: PointerEvent) => {
      if (held.current?.grip === grip) setDraft(cropped(element, grip, movedBy(event), event.shiftKey))
    },
    onPointerUp: (event: PointerEvent) => {
      if (held.current?.grip !== grip) return
      const by = movedBy(event)
      held.current = null
      setDraft(null)
      if (by.x !== 0 || by.y !== 0) writeCrop(session, element, cropped(element, grip, by, event.shiftKey))
    },
    onPointerCancel: () => {
      held.current = null
      setDraft(null)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = nudgeOf(event.nativeEvent)
      if (!by) return
      event.preventDefault()
      event.stopPropagation()
      writeCrop(session, element, cropped(element, grip, by))
    },
  })

  const { x, y, width, height } = wholePicture(shown)
  const { src, mask, radius, flipX, flipY, opacity } = withDefaults<ImageElement>(shown)
  const picture: CSSProperties = { left: x, top: y, width, height }
  const cut: CSSProperties = { borderRadius: mask === 'ellipse' ? '50%' : mask === 'rectangle' ? radius : 0, opacity }
  return (
    <div ref={frame} className={styles.frame} data-crop>
      <div className={styles.mirror} style={{ transform: `scale(${flipX ? -1 : 1}, ${flipY ? -1 : 1})` }}>
        <img className={styles.pale} style={picture} src={src} alt="" draggable={false} />
        <div className={styles.cut} style={cut}>
          <img className={styles.picture} style={picture} src={src} alt="" draggable={false} />
        </div>
      </div>
      <button
        type="button"
        data-picture
        className={styles.surface}
        aria-label={t('format:crop.slide')}
        {...grip('picture')}
      />
      {resizeHandles.map((handle) => (
        <button
          key={handle}
          type="button"
          className={styles.handle}
          style={{ ...placeOf(handle), '--zoom': zoom, cursor: handleCursor(handle, shown.rotation) } as CSSProperties}
          data-handle={handle}
          aria-label={t('format:crop.handle', { side: sideNames[handle](t) })}
          {...grip(handle)}
        />
      ))}
    </div>
  )
}

const sideNames: Readonly<Record<ResizeHandle, (t: Translate) => string>> = {
  nw: (t) => t('format:crop.topLeft'),
  n: (t) => t('format:crop.top'),
  ne: (t) => t('format:crop.topRight'),
  e: (t) => t('format:crop.right'),
  se: (t) => t('format:crop.bottomRight'),
  s: (t) => t('format:crop.bottom'),
  sw: (t) => t('format:crop.bottomLeft'),
  w: (t) => t('format:crop.left'),
}

function placeOf(handle: ResizeHandle): CSSProperties {
  const { x, y } = handleSides[handle]
  return { left: `${(x + 1) * 50}%`, top: `${(y + 1) * 50}%` }
}
