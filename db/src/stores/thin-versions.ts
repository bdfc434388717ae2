/** A version that nobody named, as thinning sees it. */
export interface Thinnable {
  id: number
  createdAt: Date
}

/** Versions that were kept by themselves, of one lesson: more are thinned. Those with a name are not counted. */
export const MOST_AUTOMATIC = 30

/** So many at most, also when all are of the last hour: whoever asks for one after each edit fills no disk. */
const MOST_OF_ALL = 60

const HOUR = 3_600_000

/**
 * Which of them go, so that `most` are left. Nothing of the last hour goes (unless there are very many), nor the oldest; of the others that one, again and
 * again, whose neighbours in time are nearest to each other in relation to its age. What is left stands close together for
 * today and ever wider apart towards the past, however long ago that is.
 */
export function versionsToDrop(versions: readonly Thinnable[], now: Date, most = MOST_AUTOMATIC): number[] {
  const left = versions.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const dropped: number[] = []
  while (left.length > most) {
    const place = leastMissed(left, now)
    if (place === null) break
    const [version] = left.splice(place, 1)
    if (version) dropped.push(version.id)
  }
  return dropped
}

function leastMissed(versions: readonly Thinnable[], now: Date): number | null {
  const ageOf = (place: number) => now.getTime() - (versions[place]?.createdAt.getTime() ?? 0)
  let best: { place: number; gap: number } | null = null
  const youngest = versions.length > MOST_OF_ALL ? -Infinity : HOUR
  for (let place = 1; place < versions.length - 1 && ageOf(place) > youngest; place++) {
    const gap = (ageOf(place - 1) - ageOf(place + 1)) / Math.max(1, ageOf(place))
    if (!best || gap < best.gap) best = { place, gap }
  }
  return best?.place ?? null
}
