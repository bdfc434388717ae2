import { Button, Modal } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileDrop } from './FileDrop.tsx'
import { ImportForm } from './ImportForm.tsx'
import styles from './MediaPage.module.css'
import { mediaTypes } from './media-type.ts'
import { UploadList } from './upload/UploadList.tsx'
import type { UploadQueue } from './upload/upload-queue.ts'

/** How files come into the library. */
export function LibraryUpload({ queue, onArrived }: { queue: UploadQueue; onArrived: () => void }) {
  const { t } = useTranslation(['media', 'common'])
  const [isAsking, setAsking] = useState(false)
  return (
    <div className={styles.upload}>
      <FileDrop
        types={mediaTypes}
        isSeveral
        hint={t('media:drop.hintAll')}
        onFiles={(files) => void queue.add(files, onArrived)}
      >
        <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={() => setAsking(true)}>
          {t('media:picker.address')}
        </Button>
      </FileDrop>
      <UploadList queue={queue} />
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('media:address.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <ImportForm
          onDone={() => {
            setAsking(false)
            onArrived()
          }}
        />
      </Modal>
    </div>
  )
}
