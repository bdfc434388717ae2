import {
  IconBooks,
  IconClock,
  IconFolder,
  IconFolderPlus,
  IconStar,
  IconTrash,
  IconUser,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FolderItem } from './FolderItem.tsx'
import type { ListView, PlaceName } from './list-view.ts'
import { PlaceLink } from './PlaceLink.tsx'
import styles from './Places.module.css'
import { useFolders } from './use-folders.ts'
import { usePlaceTexts } from './use-place-texts.ts'

interface PlacesProps {
  view: ListView
  /** Who makes lessons has some of their own, and a trash. */
  mayCreate: boolean
  onNewFolder: () => void
  onFolder: (kind: 'rename' | 'remove', folder: { id: number; name: string }) => void
  /** Lessons were dropped on a folder; null: on "all lessons", out of any. */
  onDrop: (folderId: number | null) => void
}

const icons: Record<PlaceName, Icon> = {
  all: IconBooks,
  recent: IconClock,
  favourites: IconStar,
  own: IconUser,
  shared: IconUsers,
  trash: IconTrash,
}

/** Where one looks: the places that everybody has, and one's own folders. On a phone a row that scrolls. */
export function Places({ view, mayCreate, onNewFolder, onFolder, onDrop }: PlacesProps) {
  const { t } = useTranslation('dashboard')
  const folders = useFolders().data ?? []
  const texts = usePlaceTexts()
  const shown = (['all', 'recent', 'favourites', 'own', 'shared'] as const).filter(
    (place) => mayCreate || place !== 'own',
  )
  const link = (place: PlaceName) => (
    <li key={place}>
      <PlaceLink
        icon={icons[place]}
        change={{ place, folder: null }}
        isHere={view.place === place && view.folder === null}
        {...(place === 'all' && { onDrop: () => onDrop(null) })}
      >
        {texts[place]}
      </PlaceLink>
    </li>
  )
  return (
    <nav className={styles.places} aria-label={t('dashboard:places.label')}>
      <ul className={styles.list}>
        {shown.map(link)}
        {mayCreate && link('trash')}
      </ul>
      <div className={styles.head} id="folders">
        {t('dashboard:folders.label')}
      </div>
      <ul className={styles.list} aria-labelledby="folders">
        {folders.map((folder) => (
          <FolderItem
            key={folder.id}
            folder={folder}
            icon={IconFolder}
            isHere={view.folder === folder.id}
            onFolder={onFolder}
            onDrop={() => onDrop(folder.id)}
          />
        ))}
        <li>
          <button type="button" className={styles.place} onClick={onNewFolder}>
            <IconFolderPlus size={20} stroke={1.6} aria-hidden />
            <span className={styles.name}>{t('dashboard:folders.new')}</span>
          </button>
        </li>
      </ul>
    </nav>
  )
}
