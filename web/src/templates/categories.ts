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
  const { t } = useTranslation('dashboard')
  return {
    planning: t('dashboard:templates.category.planning'),
    knowledge: t('dashboard:templates.category.knowledge'),
    practice: t('dashboard:templates.category.practice'),
    activity: t('dashboard:templates.category.activity'),
    other: t('dashboard:templates.category.other'),
  }
}
