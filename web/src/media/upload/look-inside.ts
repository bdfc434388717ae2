/** What a browser sees of a film or a recording before it is sent: the server has no decoder, and no pupil's phone should have to guess. */
import type { MediaType } from '../media-type.ts'

/** Milliseconds that one step may take; then the file is sent without. */
const PATIENCE = 8_000
/** Pixels of the longer side of a poster. */
const POSTER_SIDE = 1280
/** Seconds into the film where the poster is taken: the first frame is often black. */
const POSTER_AT = 2

export interface Inside {
  /** Seconds; null when nobody knows. */
  duration: number | null
  /** Pixels. */
  width: number | null
  height: number | null
  poster: Blob | null
}

const nothing: Inside = { duration: null, width: null, height: null, poster: null }

/** Never rejects: what this browser cannot play may play elsewhere. */
export async function lookInside(file: File, type: Exclude<MediaType, 'image'>): Promise<Inside> {
  const address = URL.createObjectURL(file)
  const media = document.createElement(type)
  media.preload = 'auto'
  media.muted = true
  const loaded = heard(media, 'loadedmetadata')
  media.src = address
  let seen = nothing
  try {
    await loaded
    const duration = await durationOf(media)
    seen = { ...nothing, duration }
    if (media instanceof HTMLVideoElement) {
      seen = { ...seen, width: media.videoWidth || null, height: media.videoHeight || null }
      seen = { ...seen, poster: await posterOf(media, duration ?? 0) }
    }
  } catch {
    // As far as it was seen.
  } finally {
    media.removeAttribute('src')
    media.load()
    URL.revokeObjectURL(address)
  }
  return seen
}

/** What a browser has recorded itself does not say how long it is until one has gone to its end. */
async function durationOf(media: HTMLMediaElement): Promise<number | null> {
  if (!Number.isFinite(media.duration)) {
    const known = heard(media, 'durationchange')
    media.currentTime = Number.MAX_SAFE_INTEGER
    await known.catch(() => undefined)
  }
  return Number.isFinite(media.duration) ? media.duration : null
}

async function posterOf(video: HTMLVideoElement, duration: number): Promise<Blob | null> {
  if (!video.videoWidth || !video.videoHeight) return null
  const seeked = heard(video, 'seeked')
  video.currentTime = Math.min(POSTER_AT, duration / 4)
  await seeked
  const scale = Math.min(1, POSTER_SIDE / Math.max(video.videoWidth, video.videoHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale))
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale))
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.85))
}

/** Resolves at the next event of that name; rejects when the file is broken, or nothing happens. */
function heard(media: HTMLMediaElement, name: 'durationchange' | 'loadedmetadata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController()
    const end = (settle: () => void) => {
      clearTimeout(timer)
      stop.abort()
      settle()
    }
    const fail = () => end(() => reject(new Error(`no ${name}`)))
    const timer = setTimeout(fail, PATIENCE)
    media.addEventListener(name, () => end(resolve), { signal: stop.signal })
    media.addEventListener('error', fail, { signal: stop.signal })
  })
}
