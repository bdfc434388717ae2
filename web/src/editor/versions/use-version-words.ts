import type { Version } from '@anawim/api/contract'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/index.ts'
import { daysAgo } from './version-days.ts'

/** Most characters of a lesson's title, as the contract has them (`lessonLimits`). */
const MOST_TITLE = 200

/** How versions are told of, in the language of the page. */
export function useVersionWords() {
  const { t } = useTranslation('versions')
  const language = currentLanguage()
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(language, options)
    return (version: Version) => formatter.format(new Date(version.created_at))
  }
  const moment = format({ dateStyle: 'medium', timeStyle: 'short' })
  const nameOf = (version: Version) => version.name ?? moment(version)
  return {
    /** `10:42` */
    time: format({ timeStyle: 'short' }),
    moment,
    nameOf,
    day(day: Date): string {
      const ago = daysAgo(day, new Date())
      if (ago === 0) return t('versions:today')
      if (ago === 1) return t('versions:yesterday')
      const isThisYear = day.getFullYear() === new Date().getFullYear()
      return new Intl.DateTimeFormat(language, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: isThisYear ? undefined : 'numeric',
      }).format(day)
    },
    /** Who edited, or else who kept it. */
    people: ({ editors, author }: Version) =>
      new Intl.ListFormat(language, { style: 'short' }).format(
        (editors.length > 0 ? editors : author ? [author] : []).map((person) => person.full_name),
      ),
    /** The title of a copy: cut before what tells it apart. */
    copyTitle(title: string, version: Version): string {
      const mark = ` (${nameOf(version)})`
      return title.slice(0, MOST_TITLE - mark.length) + mark
    },
  }
}
