import type { Template } from '@anawim/api/contract'
import { useTranslation } from 'react-i18next'

/** What templates are for, in the order in which they are offered. */
export const categoryNames = [
  'planning',
  'knowledge',
  'practice',
  'activity',
  'other',
] as const satisfies readonly Template['category'][]

export type CategoryName = Template['category']

/** The categories in the language of the page. */
export function useCategoryTexts(): Record<CategoryName, string> {
  const { t } = useTranslation('templates')
  return {
    planning: t('templates:category.planning'),
    knowledge: t('templates:category.knowledge'),
    practice: t('templates:category.practice'),
    activity: t('templates:category.activity'),
    other: t('templates:category.other'),
  }
}
