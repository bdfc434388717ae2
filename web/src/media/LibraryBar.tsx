import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './MediaPage.module.css'
import { mediaTypes } from './media-type.ts'
import type { MediaView } from './media-view.ts'

interface LibraryBarProps {
  view: MediaView
  onChange: (change: Partial<MediaView>) => void
}

/** Which files are listed. */
export function LibraryBar({ view, onChange }: LibraryBarProps) {
  const { t } = useTranslation('media')
  const labels = {
    all: t('media:type.all'),
    image: t('media:type.image'),
    video: t('media:type.video'),
    audio: t('media:type.audio'),
  }
  return (
    <div className={styles.bar}>
      <SegmentedControl
        aria-label={t('media:type.label')}
        value={view.type ?? 'all'}
        data={Object.entries(labels).map(([value, label]) => ({ value, label }))}
        onChange={(value) => onChange({ type: mediaTypes.find((type) => type === value) ?? null })}
      />
      <Button
        variant="subtle"
        color="gray.8"
        leftSection={view.isTrash ? <IconArrowLeft size={18} aria-hidden /> : <IconTrash size={18} aria-hidden />}
        onClick={() => onChange({ isTrash: !view.isTrash, search: '', type: null })}
      >
        {view.isTrash ? t('media:title') : t('media:trash')}
      </Button>
    </div>
  )
}
