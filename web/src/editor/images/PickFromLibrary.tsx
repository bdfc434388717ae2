import type { Media } from '@anawim/api/contract'
import { Button, Loader, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MediaType } from '../../media/media-type.ts'
import { MediaGrid } from '../../media/MediaGrid.tsx'
import { PAGE_SIZE } from '../../media/media-view.ts'
import { useMediaError } from '../../media/use-media-error.ts'
import { useMediaList } from '../../media/use-media.tsx'
import { PageNumbers } from '../../ui/PageNumbers.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import styles from './MediaPicker.module.css'

interface PickFromLibraryProps {
  type: MediaType
  isSeveral: boolean
  onPick: (chosen: readonly Media[]) => void
}

/** Files that one has uploaded before: one by a click, several by marking them. */
export function PickFromLibrary({ type, isSeveral, onPick }: PickFromLibraryProps) {
  const { t } = useTranslation(['media', 'common'])
  const told = useMediaError()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<readonly Media[]>([])
  const list = useMediaList({ search, type, isTrash: false, page })
  const choose = (media: Media) => {
    if (!isSeveral) return onPick([media])
    const others = chosen.filter(({ id }) => id !== media.id)
    setChosen(others.length < chosen.length ? others : [...chosen, media])
  }
  const items = list.data?.items ?? []
  return (
    <Stack gap="md">
      <SearchBox
        label={t('media:search')}
        value={search}
        onChange={(next) => {
          setSearch(next)
          setPage(1)
        }}
      />
      <div className={styles.scroll}>
        {list.isPending && <Loader type="dots" aria-label={t('common:loading')} />}
        {list.error && (
          <Text role="alert" c="red.8" size="sm">
            {told(list.error)}
          </Text>
        )}
        {list.data && items.length === 0 && (
          <Text c="dimmed" size="sm">
            {search ? t('media:picker.notFound') : t('media:picker.none')}
          </Text>
        )}
        <MediaGrid
          items={items}
          label={t('media:picker.library')}
          onChoose={choose}
          {...(isSeveral && { chosen: new Set(chosen.map(({ id }) => id)) })}
        />
        <PageNumbers total={Math.ceil((list.data?.total ?? 0) / PAGE_SIZE)} value={page} onChange={setPage} />
      </div>
      {isSeveral && (
        <Button disabled={chosen.length === 0} onClick={() => onPick(chosen)} style={{ alignSelf: 'flex-end' }}>
          {t('media:picker.insert', { count: chosen.length })}
        </Button>
      )}
    </Stack>
  )
}
