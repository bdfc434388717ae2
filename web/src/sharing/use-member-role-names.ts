import type { Member } from '@anawim/api/contract'
import { useTranslation } from 'react-i18next'

/** What members may do, in words, in the order in which a list offers them. */
export function useMemberRoleNames(): Record<Member['role'], string> {
  const { t } = useTranslation('common')
  return { editor: t('common:member.editor'), viewer: t('common:member.viewer') }
}
