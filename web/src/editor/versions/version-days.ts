import type { Version } from '@anawim/api/contract'

export interface VersionDay {
  /** Midnight of that day, here. */
  day: Date
  versions: Version[]
}

/** Versions by the day on which the lesson was like that, on this computer's calendar; the order stays. */
export function versionDays(versions: readonly Version[]): VersionDay[] {
  const days: VersionDay[] = []
  for (const version of versions) {
    const day = new Date(version.created_at)
    day.setHours(0, 0, 0, 0)
    const last = days.at(-1)
    if (last?.day.getTime() === day.getTime()) last.versions.push(version)
    else days.push({ day, versions: [version] })
  }
  return days
}

/** How many midnights ago a day began: 0 is today. Clocks that are put forward or back do not count. */
export function daysAgo(day: Date, now: Date): number {
  const today = new Date(now)
  today.setHours(0, 0, 0, 0)
  return Math.round((today.getTime() - day.getTime()) / 86_400_000)
}
