import type { Lesson } from '@anawim/api/contract'
import { Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCopy,
  IconEye,
  IconDoorExit,
  IconPencil,
  IconTemplate,
  IconTrash,
  IconUserPlus,
  IconWorldOff,
  IconWorldUpload,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '../ui/MoreButton.tsx'
import type { LessonMenuProps } from './LessonMenu.tsx'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

/** What this person may do with this lesson, as the server said (`allowed`). */
export function LoadedLessonMenu({ lesson, actions, onDialog }: LessonMenuProps) {
  const { t } = useTranslation('dashboard')
  const may = (action: Lesson['allowed'][number]) => lesson.allowed.includes(action)
  const isPublished = lesson.status === 'published'
  const items: ReactNode[] = []

  if (lesson.deleted_at !== null) {
    if (may('restore')) {
      items.push(
        <Menu.Item
          key="restore"
          leftSection={<IconArrowBackUp {...icon} />}
          onClick={() => void actions.restore(lesson)}
        >
          {t('dashboard:menu.restore')}
        </Menu.Item>,
      )
    }
  } else {
    if (may('edit')) {
      items.push(
        <Menu.Item
          key="rename"
          leftSection={<IconPencil {...icon} />}
          onClick={() => onDialog({ kind: 'rename', lesson })}
        >
          {t('dashboard:menu.rename')}
        </Menu.Item>,
        <Menu.Item key="view" component="a" href={`/lessons/${lesson.id}/view`} leftSection={<IconEye {...icon} />}>
          {t('dashboard:menu.view')}
        </Menu.Item>,
      )
    }
    if (may('seeMembers')) {
      items.push(
        <Menu.Item
          key="share"
          leftSection={<IconUserPlus {...icon} />}
          onClick={() => onDialog({ kind: 'share', lesson })}
        >
          {t('dashboard:menu.share')}
        </Menu.Item>,
      )
    }
    if (may('publish')) {
      items.push(
        <Menu.Item
          key="publish"
          leftSection={<IconWorldUpload {...icon} />}
          onClick={() => onDialog({ kind: 'publish', lesson })}
        >
          {isPublished ? t('dashboard:menu.audience') : t('dashboard:menu.publish')}
        </Menu.Item>,
      )
      if (isPublished) {
        items.push(
          <Menu.Item
            key="unpublish"
            leftSection={<IconWorldOff {...icon} />}
            onClick={() => void actions.unpublish(lesson)}
          >
            {t('dashboard:menu.unpublish')}
          </Menu.Item>,
        )
      }
    }
    if (may('duplicate')) {
      items.push(
        <Menu.Item key="duplicate" leftSection={<IconCopy {...icon} />} onClick={() => void actions.duplicate(lesson)}>
          {t('dashboard:menu.duplicate')}
        </Menu.Item>,
      )
    }
    if (may('publish')) {
      items.push(
        <Menu.Item
          key="propose"
          leftSection={<IconTemplate {...icon} />}
          onClick={() => onDialog({ kind: 'propose', lesson })}
        >
          {t('dashboard:menu.propose')}
        </Menu.Item>,
      )
    }
    if (may('leave')) {
      items.push(
        <Menu.Item
          key="leave"
          leftSection={<IconDoorExit {...icon} />}
          onClick={() => onDialog({ kind: 'leave', lesson })}
        >
          {t('dashboard:menu.leave')}
        </Menu.Item>,
      )
    }
    if (may('delete')) {
      items.push(
        <Menu.Divider key="line" />,
        <Menu.Item
          key="trash"
          color="red.7"
          leftSection={<IconTrash {...icon} />}
          onClick={() => void actions.trash(lesson)}
        >
          {t('dashboard:menu.trash')}
        </Menu.Item>,
      )
    }
  }
  return (
    <Menu width={240}>
      <Menu.Target>
        <MoreButton label={t('dashboard:menu.label', { title: lesson.title })} />
      </Menu.Target>
      <Menu.Dropdown>{items}</Menu.Dropdown>
    </Menu>
  )
}
