import { useEffect, useState } from 'react'

/** Device pixels per CSS pixel, with the pinch zoom counted in (to 3 times, beyond which a phone's memory suffers). */
export function useResolution(): number {
  const [resolution, setResolution] = useState(readResolution)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const update = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setResolution(readResolution()), 150)
    }
    const viewport = window.visualViewport
    viewport?.addEventListener('resize', update)
    window.addEventListener('resize', update)
    return () => {
      clearTimeout(timer)
      viewport?.removeEventListener('resize', update)
      window.removeEventListener('resize', update)
    }
  }, [])
  return resolution
}

function readResolution(): number {
  return Math.min(4, window.devicePixelRatio * Math.min(3, window.visualViewport?.scale ?? 1))
}
