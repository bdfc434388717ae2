import { Modal, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileDrop } from '../../media/FileDrop.tsx'
import { ImportForm } from '../../media/ImportForm.tsx'
import { useSizeHints } from '../../media/use-size-hints.ts'
import { useEditor } from '../session/editor-context.ts'
import type { Picking } from './picking.ts'
import { PickFromLibrary } from './PickFromLibrary.tsx'

/** Asks for a file: of this device, of one's library, or by its address. What is uploaded is shown at the foot of the canvas. */
export function MediaPicker({ picking, onClose }: { picking: Picking; onClose: () => void }) {
  const { t } = useTranslation(['media', 'common'])
  const { uploads } = useEditor()
  const [tab, setTab] = useState<string | null>('upload')
  const hints = useSizeHints()
  const { type, isSeveral, take } = picking
  const several = {
    image: t('media:picker.title.image'),
    video: t('media:picker.title.video'),
    audio: t('media:picker.title.audio'),
  }
  const one = {
    image: t('media:picker.replace.image'),
    video: t('media:picker.replace.video'),
    audio: t('media:picker.replace.audio'),
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={(isSeveral ? several : one)[type]}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List grow>
          <Tabs.Tab value="upload" px="sm">
            {t('media:picker.upload')}
          </Tabs.Tab>
          <Tabs.Tab value="library" px="sm">
            {t('media:picker.library')}
          </Tabs.Tab>
          <Tabs.Tab value="address" px="sm">
            {t('media:picker.address')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="upload" pt="md">
          <FileDrop
            types={[type]}
            isSeveral={isSeveral}
            hint={hints?.[type] ?? null}
            onFiles={(files) => {
              void uploads.add(files, take)
              onClose()
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="library" pt="md">
          <PickFromLibrary
            type={type}
            isSeveral={isSeveral}
            onPick={(chosen) => {
              chosen.forEach(take)
              onClose()
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="address" pt="md">
          <ImportForm
            onDone={(media) => {
              take(media, 0)
              onClose()
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  )
}
