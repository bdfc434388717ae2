import type { Lesson } from '@anawim/api/contract'
import { Badge } from '@mantine/core'
import { IconLock, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Draft or published, and for whom. */
export function StatusBadge({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('dashboard')
  if (lesson.status === 'draft') {
    return (
      <Badge variant="light" color="gray" c="gray.8" tt="none" fw={600}>
        {t('dashboard:draft')}
      </Badge>
    )
  }
  const Audience = lesson.is_public ? IconWorld : IconLock
  return (
    <Badge
      variant="light"
      c="jade.8"
      tt="none"
      fw={600}
      leftSection={<Audience size={12} aria-hidden />}
      title={lesson.is_public ? t('dashboard:forEveryone') : t('dashboard:forMembers')}
    >
      {t('dashboard:published')}
    </Badge>
  )
}
