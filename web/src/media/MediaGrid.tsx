import { clockTime } from '@anawim/drawing'
import type { Media } from '@anawim/api/contract'
import { useTranslation } from 'react-i18next'
import { formatBytes } from './format-bytes.ts'
import styles from './MediaGrid.module.css'
import { MediaPicture } from './MediaPicture.tsx'

interface MediaGridProps {
  items: readonly Media[]
  label: string
  onChoose: (media: Media) => void
  /** Those that are marked; absent where nothing is. */
  chosen?: ReadonlySet<number>
}

/** Files as cards, each a button. */
export function MediaGrid({ items, label, onChoose, chosen }: MediaGridProps) {
  const { i18n } = useTranslation()
  return (
    <ul className={styles.grid} aria-label={label}>
      {items.map((media) => (
        <li key={media.id}>
          <button
            type="button"
            className={styles.card}
            aria-pressed={chosen?.has(media.id)}
            onClick={() => onChoose(media)}
          >
            <MediaPicture media={media} />
            <span className={styles.name}>{media.original_filename}</span>
            <span className={styles.facts}>
              {[media.duration ? clockTime(media.duration) : null, formatBytes(media.file_size, i18n.language)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
