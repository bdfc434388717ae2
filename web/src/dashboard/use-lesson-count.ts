import { limits } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import type { ListView } from './list-view.ts'

/** How many lessons a list has, in words; nothing while that is not known. */
export function useLessonCount(total: number | undefined, { search }: Pick<ListView, 'search'>): string {
  const { t } = useTranslation('dashboard')
  if (total === undefined) return ''
  const isMore = search !== '' && total === limits.foundLessons
  return t(isMore ? 'dashboard:countOrMore' : 'dashboard:count', { count: total })
}
