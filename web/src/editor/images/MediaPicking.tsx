import { Suspense } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { later } from '../../ui/later.ts'

const MediaPicker = later(async () => (await import('./MediaPicker.tsx')).MediaPicker)

/** The picker, while somebody is asked for a file. */
export function MediaPicking() {
  const { picking } = useEditorSession()
  const asked = useValue(picking)
  if (!asked) return null
  const close = () => {
    picking.set(null)
    document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true })
  }
  return (
    <Suspense fallback={null}>
      <MediaPicker picking={asked} onClose={close} />
    </Suspense>
  )
}
