import type { AudioElement, VideoElement } from '@anawim/lesson'
import { lazy, Suspense } from 'react'
import type { Player as PlayerType } from '../player/Player.tsx'

/** Milliseconds until code that did not come is asked for again. */
const PATIENCE = 3_000

/** Most lessons have nothing to play. */
const bring = (): Promise<{ default: typeof PlayerType }> =>
  import('../player/Player.tsx').then(
    ({ Player }) => ({ default: Player }),
    async () => {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE))
      return bring()
    },
  )
const Player = lazy(bring)

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
