import { Button, Group, Loader, Title } from '@mantine/core'
import { IconMoodSad, IconPhotoSearch, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Header } from '../shell/Header.tsx'
import { PageBody } from '../shell/PageBody.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageNumbers } from '../ui/PageNumbers.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { LibraryBar } from './LibraryBar.tsx'
import { LibraryUpload } from './LibraryUpload.tsx'
import { MediaDialog } from './MediaDialog.tsx'
import { MediaGrid } from './MediaGrid.tsx'
import styles from './MediaPage.module.css'
import { PAGE_SIZE, useMediaView } from './media-view.ts'
import { QuotaBar } from './QuotaBar.tsx'
import { createUploadQueue } from './upload/upload-queue.ts'
import { uploadMedia } from './upload/upload-media.ts'
import { useMediaError } from './use-media-error.ts'
import { useMediaActions, useMediaList } from './use-media.tsx'

/** `/library`: the pictures, videos and recordings that one has uploaded. */
export function MediaPage() {
  const { t } = useTranslation(['media', 'common'])
  const told = useMediaError()
  const [view, change] = useMediaView()
  const list = useMediaList(view)
  const actions = useMediaActions()
  const queue = useMemo(() => createUploadQueue(uploadMedia), [])
  const [openId, setOpenId] = useState<number | null>(null)
  usePageTitle(t('media:title'))
  const items = list.data?.items ?? []
  const isFiltered = view.search !== '' || view.type !== null
  return (
    <>
      <Header>
        <SearchBox label={t('media:search')} value={view.search} onChange={(search) => change({ search })} />
      </Header>
      <PageBody>
        <Group justify="space-between" align="flex-end" gap="md" mb="md">
          <Title order={1} className={styles.title}>
            {view.isTrash ? t('media:trash') : t('media:title')}
          </Title>
          {list.data && <QuotaBar usage={list.data.usage} />}
        </Group>
        {!view.isTrash && <LibraryUpload queue={queue} onArrived={actions.refresh} />}
        <LibraryBar view={view} onChange={change} />
        {list.isPending && <Loader type="dots" mt="xl" aria-label={t('common:loading')} />}
        {!list.data && list.error && (
          <Notice icon={IconMoodSad} title={t('media:notLoaded')} text={told(list.error)}>
            <Button onClick={() => void list.refetch()}>{t('common:retry')}</Button>
          </Notice>
        )}
        {list.data && items.length === 0 && (
          <Notice
            icon={view.isTrash ? IconTrash : IconPhotoSearch}
            title={
              isFiltered ? t('media:picker.notFound') : view.isTrash ? t('media:emptyTrash') : t('media:empty.title')
            }
            {...(!isFiltered && !view.isTrash && { text: t('media:empty.text') })}
          />
        )}
        <MediaGrid items={items} label={t('media:title')} onChoose={({ id }) => setOpenId(id)} />
        <PageNumbers
          total={Math.ceil((list.data?.total ?? 0) / PAGE_SIZE)}
          value={view.page}
          onChange={(page) => change({ page })}
        />
      </PageBody>
      <MediaDialog
        media={items.find(({ id }) => id === openId) ?? null}
        actions={actions}
        onClose={() => setOpenId(null)}
      />
    </>
  )
}
