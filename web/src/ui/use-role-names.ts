import type { RoleName } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'

/** What each role is called. */
export function useRoleNames(): Record<RoleName, string> {
  const { t } = useTranslation('common')
  return { admin: t('common:role.admin'), teacher: t('common:role.teacher'), student: t('common:role.student') }
}
