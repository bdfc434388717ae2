import type { ListedLesson } from '@anawim/api/contract'
import { Button, CloseButton, Menu } from '@mantine/core'
import { IconArrowBackUp, IconFolder, IconFolderPlus, IconStar, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './SelectionBar.module.css'
import { useFolders } from './use-folders.ts'
import type { LessonActions } from './use-lesson-actions.tsx'

interface SelectionBarProps {
  /** Those that are chosen. */
  lessons: ListedLesson[]
  /** How many are shown, and could be chosen. */
  shown: number
  actions: LessonActions
  onMove: (folderId: number | null) => void
  onNewFolder: () => void
  onFavourite: (isFavourite: boolean) => void
  onAll: () => void
  onClear: () => void
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

/** What can be done with all that is chosen, at the foot of the window. */
export function SelectionBar(props: SelectionBarProps) {
  const { lessons, shown, actions, onMove, onNewFolder, onFavourite, onAll, onClear } = props
  const { t } = useTranslation('dashboard')
  const folders = useFolders().data ?? []
  const isTrash = lessons.every(({ deleted_at: deletedAt }) => deletedAt !== null)
  const may = (action: 'delete' | 'restore') => lessons.every(({ allowed }) => allowed.includes(action))
  const areFavourites = lessons.every(({ is_favourite: isFavourite }) => isFavourite)
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('dashboard:chosen.label')}>
      <CloseButton aria-label={t('dashboard:chosen.clear')} onClick={onClear} />
      <span className={styles.count} role="status">
        {t('dashboard:chosen.count', { count: lessons.length })}
      </span>
      {lessons.length < shown && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {t('dashboard:chosen.all')}
        </Button>
      )}
      <span className={styles.space} />
      {isTrash ? (
        may('restore') && (
          <Button
            size="sm"
            leftSection={<IconArrowBackUp {...icon} />}
            onClick={() => void actions.restoreAll(lessons).then(onClear)}
          >
            {t('dashboard:menu.restore')}
          </Button>
        )
      ) : (
        <>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconStar {...icon} />}
            onClick={() => onFavourite(!areFavourites)}
          >
            {areFavourites ? t('dashboard:chosen.noFavourite') : t('dashboard:chosen.favourite')}
          </Button>
          <Menu width={240} position="top-end">
            <Menu.Target>
              <Button variant="default" size="sm" leftSection={<IconFolder {...icon} />}>
                {t('dashboard:chosen.move')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={styles.folders}>
              {folders.map(({ id, name }) => (
                <Menu.Item key={id} leftSection={<IconFolder {...icon} />} onClick={() => onMove(id)}>
                  {name}
                </Menu.Item>
              ))}
              {folders.length > 0 && <Menu.Divider />}
              <Menu.Item onClick={() => onMove(null)}>{t('dashboard:folders.none')}</Menu.Item>
              <Menu.Item leftSection={<IconFolderPlus {...icon} />} onClick={onNewFolder}>
                {t('dashboard:folders.new')}…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {may('delete') && (
            <Button
              variant="default"
              size="sm"
              c="red.7"
              leftSection={<IconTrash {...icon} />}
              onClick={() => void actions.trashAll(lessons).then(onClear)}
            >
              {t('dashboard:menu.trash')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
