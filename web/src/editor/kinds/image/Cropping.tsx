import { Button } from '@mantine/core'
import type { ImageElement } from '@anawim/lesson'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorSession, useElement } from '../../session/editor-context.ts'
import barStyles from '../../text/TypingBar.module.css'
import styles from './Cropping.module.css'
import type { InsideProps } from '../kind-editor.ts'
import { CropStage } from './CropStage.tsx'
import { uncropped } from './crop-frame.ts'
import { writeCrop } from './write-crop.ts'

/** Cropping a picture in its place: the frame's handles cut, the picture slides behind the frame. */
export function Cropping({ id }: InsideProps) {
  const element = useElement(id)
  return element?.kind === 'image' ? <PictureCropping key={id} element={element} /> : null
}

function PictureCropping({ element }: { element: ImageElement }) {
  const { t } = useTranslation(['editor', 'format'])
  const session = useEditorSession()
  const root = useRef<HTMLDivElement>(null)
  const close = useCallback(() => {
    session.editing.set(null)
    document.querySelector<HTMLElement>('[data-canvas]')?.focus()
  }, [session])
  useEffect(() => root.current?.querySelector<HTMLElement>('[data-picture]')?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const element = root.current
    const onKey = (event: KeyboardEvent) => {
      const isInBar = event.target instanceof Element && event.target.closest('[role="toolbar"]') !== null
      const isDone = event.key === 'Escape' || (event.key === 'Enter' && !isInBar)
      if (!isDone) return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [close])
  return (
    <div ref={root} role="group" aria-label={t('format:crop.label')} data-over-canvas>
      <CropStage element={element} />
      <div className={`${barStyles.bar} ${styles.bar}`} data-fits role="toolbar" aria-label={t('format:crop.label')}>
        <Button
          size="xs"
          variant="subtle"
          color="gray.8"
          disabled={!element.crop}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => writeCrop(session, element, uncropped(element))}
        >
          {t('format:crop.reset')}
        </Button>
        <Button size="xs" leftSection={<IconCheck size={16} aria-hidden />} onClick={close}>
          {t('format:crop.done')}
        </Button>
      </div>
    </div>
  )
}
