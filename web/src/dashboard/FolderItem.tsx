import type { Folder } from '@anawim/api/contract'
import type { Icon } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '../ui/later.ts'
import { MoreButton } from '../ui/MoreButton.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import styles from './Places.module.css'

const FolderMenu = later(async () => (await import('./FolderMenu.tsx')).FolderMenu)

interface FolderItemProps {
  folder: Folder
  icon: Icon
  isHere: boolean
  onFolder: (kind: 'rename' | 'remove', folder: Folder) => void
  onDrop: () => void
}

/** One of one's folders, with what can be done to it. */
export function FolderItem({ folder, icon, isHere, onFolder, onDrop }: FolderItemProps) {
  const { t } = useTranslation('dashboard')
  const label = t('dashboard:folders.actions', { name: folder.name })
  return (
    <li className={styles.folder}>
      <PlaceLink icon={icon} change={{ folder: folder.id }} isHere={isHere} onDrop={onDrop}>
        {folder.name} <span className={styles.count}>{folder.lessons}</span>
      </PlaceLink>
      <span className={styles.menu}>
        <Suspense fallback={<MoreButton label={label} aria-disabled />}>
          <FolderMenu label={label} onChoose={(kind) => onFolder(kind, folder)} />
        </Suspense>
      </span>
    </li>
  )
}
