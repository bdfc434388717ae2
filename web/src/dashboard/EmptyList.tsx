import { Button } from '@mantine/core'
import {
  IconChalkboard,
  IconClock,
  IconFolder,
  IconPlus,
  IconSearchOff,
  IconStar,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../ui/Notice.tsx'
import { isNarrowed, type ListView } from './list-view.ts'

interface EmptyListProps {
  view: ListView
  onView: (change: Partial<ListView>) => void
  mayCreate: boolean
  onCreate: () => void
}

/** No lessons: why, and what one can do about it. */
export function EmptyList({ view, onView, mayCreate, onCreate }: EmptyListProps) {
  const { t } = useTranslation('dashboard')
  if (isNarrowed(view)) {
    return (
      <Notice icon={IconSearchOff} title={t('dashboard:empty.search.title')} text={t('dashboard:empty.search.text')}>
        <Button variant="default" onClick={() => onView({ search: '', status: '', level: '', topic: '' })}>
          {t('dashboard:empty.search.clear')}
        </Button>
      </Notice>
    )
  }
  if (view.place === 'trash') {
    return <Notice icon={IconTrash} title={t('dashboard:empty.trash.title')} text={t('dashboard:empty.trash.text')} />
  }
  if (view.folder !== null) {
    return (
      <Notice icon={IconFolder} title={t('dashboard:empty.folder.title')} text={t('dashboard:empty.folder.text')} />
    )
  }
  if (view.place === 'favourites') {
    return (
      <Notice
        icon={IconStar}
        title={t('dashboard:empty.favourites.title')}
        text={t('dashboard:empty.favourites.text')}
      />
    )
  }
  if (view.place === 'recent') {
    return <Notice icon={IconClock} title={t('dashboard:empty.recent.title')} />
  }
  if (view.place === 'shared') {
    const text = mayCreate ? t('dashboard:empty.shared.text') : t('dashboard:empty.student.text')
    return <Notice icon={IconUsers} title={t('dashboard:empty.shared.title')} text={text} />
  }
  if (!mayCreate) {
    return (
      <Notice icon={IconChalkboard} title={t('dashboard:empty.student.title')} text={t('dashboard:empty.student.text')}>
        <Button component={Link} to="/classes" variant="light">
          {t('dashboard:empty.student.join')}
        </Button>
      </Notice>
    )
  }
  return (
    <Notice icon={IconChalkboard} title={t('dashboard:empty.teacher.title')} text={t('dashboard:empty.teacher.text')}>
      <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={onCreate}>
        {t('dashboard:empty.teacher.create')}
      </Button>
    </Notice>
  )
}
