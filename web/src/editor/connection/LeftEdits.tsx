import { Button } from '@mantine/core'
import { readContent } from '@anawim/lesson/doc'
import { IconDownload, IconFileAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dropEdits, type FoundEdits } from '../../journal/edit-store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { downloadJson } from '../commands/download.ts'
import { looseContent } from './loose-content.ts'
import type { RefusedWork } from './refused-work.ts'

interface LeftEditsProps {
  lessonId: number
  left: readonly FoundEdits[]
  refused: RefusedWork | null
}

/** In place of a lesson that one may edit no more: the changes that this browser still has of it. */
export function LeftEdits({ lessonId, left, refused }: LeftEditsProps) {
  const { t } = useTranslation('editor')
  const view = `/lessons/${lessonId}/view`
  const title = refused?.title ?? left[0]?.title ?? ''
  const content = () => (refused ? readContent(refused.doc) : looseContent(left.flatMap(({ updates }) => updates)))
  const discard = async () => {
    await dropEdits([...left.map(({ key }) => key), ...(refused?.keys ?? [])]).catch(() => undefined)
    location.replace(view)
  }
  return (
    <Notice isPage icon={IconFileAlert} title={t('editor:unsaved.leftTitle')} text={t('editor:unsaved.left')}>
      <Button leftSection={<IconDownload size={18} aria-hidden />} onClick={() => downloadJson(content(), title)}>
        {t('editor:unsaved.copy')}
      </Button>
      <Button variant="default" component="a" href={view}>
        {t('editor:unsaved.toView')}
      </Button>
      <Button variant="subtle" color="gray.8" onClick={() => void discard()}>
        {t('editor:unsaved.discard')}
      </Button>
    </Notice>
  )
}
