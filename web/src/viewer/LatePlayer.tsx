import type { AudioElement, VideoElement } from '@anawim/lesson'
import { Suspense } from 'react'
import { later } from '../ui/later.ts'

/** Most lessons have nothing to play. */
const Player = later(async () => (await import('../player/Player.tsx')).Player)

/** What plays a video or a recording of the page, once its code has come. */
export function LatePlayer(props: {
  element: AudioElement | VideoElement
  page: { width: number; height: number }
  scale: number
}) {
  return (
    <Suspense fallback={null}>
      <Player {...props} />
    </Suspense>
  )
}
