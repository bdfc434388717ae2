import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/index.ts'

const steps: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago `time` (ISO 8601) was, in words; the exact moment shows on hover. */
export function RelativeTime({ time }: { time: string }) {
  const { t } = useTranslation('common')
  const now = useMinute()
  const language = currentLanguage()
  const date = new Date(time)
  // What is newer than the last tick, or than this computer's clock, must not say "in 3 minutes".
  const seconds = Math.max(0, (now - date.getTime()) / 1000)
  const step = steps.find(([, size]) => seconds >= size)
  const words = step
    ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / step[1]), step[0])
    : t('common:justNow')
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(date)
  return (
    <time dateTime={time} title={exact}>
      {words}
    </time>
  )
}

/** The time now, again every minute. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
