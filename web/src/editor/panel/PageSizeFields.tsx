import { SegmentedControl, Select } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Size } from '../canvas/camera.ts'
import { isPortrait, pageSizes, resizePages, sizeName, turned } from '../pages/page-sizes.ts'
import { useEditorSession } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import { later } from '../../ui/later.ts'
import { useOpener } from '../../ui/use-opener.ts'

const PageSizeDialog = later(async () => (await import('./PageSizeDialog.tsx')).PageSizeDialog)

/** The size of the page: one of the usual ones, upright or across, or one's own. */
export function PageSizeFields({ page }: { page: PageHead }) {
  const { t } = useTranslation(['editor', 'pages'])
  const session = useEditorSession()
  const [isChoosing, setIsChoosing] = useState(false)
  const [wasChoosing, setWasChoosing] = useState(false)
  const opener = useOpener('[data-canvas]')
  const close = () => {
    setIsChoosing(false)
    opener.giveBack()
  }
  const resize = (size: Size) => resizePages(session, [page.id], size)
  const choose = (choice: string) => {
    if (choice === 'own') {
      opener.remember()
      setWasChoosing(true)
      setIsChoosing(true)
      return
    }
    const size = Object.entries(pageSizes).find(([name]) => name === choice)?.[1]
    if (size) resize(isPortrait(page) ? turned(size) : size)
  }
  return (
    <>
      <Select
        size="xs"
        label={t('editor:panel.pageSize')}
        description={`${page.width} × ${page.height}`}
        value={sizeName(page) ?? 'own'}
        data={[...Object.keys(pageSizes), { value: 'own', label: t('pages:size.ownMore') }]}
        allowDeselect={false}
        onOptionSubmit={choose}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('pages:size.orientation')}
        value={isPortrait(page) ? 'portrait' : 'landscape'}
        data={[
          { value: 'landscape', label: t('pages:size.landscape') },
          { value: 'portrait', label: t('pages:size.portrait') },
        ]}
        onChange={() => page.width !== page.height && resize(turned(page))}
      />
      <Suspense fallback={null}>
        {wasChoosing && <PageSizeDialog page={page} opened={isChoosing} onClose={close} />}
      </Suspense>
    </>
  )
}
