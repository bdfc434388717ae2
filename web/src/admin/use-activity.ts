import type { Activity } from '@anawim/lesson'
import { useEffect, useState } from 'react'
import { laterCode } from '../ui/later.ts'

const watchCode = laterCode(() => import('./watch-activity.ts'))

export interface SeenActivity {
  /** The newest that was told; undefined: nothing yet. */
  activity: Activity | undefined
  /** It may be old: the server is out of reach. */
  isAway: boolean
}

/** Who edits and who watches what, while the page is open. */
export function useActivity(): SeenActivity {
  const [seen, setSeen] = useState<SeenActivity>({ activity: undefined, isAway: false })
  useEffect(() => {
    let isGone = false
    let stop = () => {}
    const tell = (activity: Activity | null) =>
      setSeen((before) => (activity ? { activity, isAway: false } : { ...before, isAway: true }))
    void watchCode.whenHere().then(({ watchActivity }) => {
      if (!isGone) stop = watchActivity(tell)
    })
    return () => {
      isGone = true
      stop()
    }
  }, [])
  return seen
}
