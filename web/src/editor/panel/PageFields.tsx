import { Select, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { updatePage } from '@anawim/lesson/doc'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fitToView } from '../canvas/use-camera-fit.ts'
import { useEditorSession, usePages } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { ColorField } from '../ui/ColorField.tsx'
import { NumberField } from '../ui/NumberField.tsx'

/** Page pixels of the usual sizes. */
const sizes = { '16:9': [1280, 720], '4:3': [1024, 768], A4: [794, 1123] } as const

/** Name, size and colour of the page that is shown. */
export function PageFields() {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  useValue(session.pageId)
  usePages()
  const page = session.page()
  // What is being typed; null: what the document says.
  const [name, setName] = useState<string | null>(null)
  const update = (patch: Parameters<typeof updatePage>[2]) => {
    session.history.beginStep()
    updatePage(session.doc, page.id, patch)
    session.history.beginStep()
  }
  const resize = (width: number, height: number) => {
    update({ width, height })
    fitToView(session)
  }
  const known = Object.entries(sizes).find(([, [width, height]]) => width === page.width && height === page.height)
  const sizeLimits = limits.pageSize
  return (
    <Stack gap="sm">
      <Title order={2} size="sm">
        {t('editor:panel.page')}
      </Title>
      <TextInput
        size="xs"
        label={t('editor:panel.pageName')}
        maxLength={limits.name}
        value={name ?? page.name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => {
          if (name !== null && name !== page.name) update({ name })
          setName(null)
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <Select
        size="xs"
        label={t('editor:panel.pageSize')}
        value={known?.[0] ?? 'own'}
        data={[...Object.keys(sizes), { value: 'own', label: t('editor:panel.ownSize') }]}
        allowDeselect={false}
        onChange={(choice) => {
          const size = Object.entries(sizes).find(([key]) => key === choice)?.[1]
          if (size) resize(size[0], size[1])
        }}
      />
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('editor:panel.width')}
          value={page.width}
          {...sizeLimits}
          onCommit={(width) => resize(width, page.height)}
        />
        <NumberField
          label={t('editor:panel.height')}
          value={page.height}
          {...sizeLimits}
          onCommit={(height) => resize(page.width, height)}
        />
      </SimpleGrid>
      <ColorField
        label={t('editor:panel.background')}
        value={page.background}
        onCommit={(background) => update({ background })}
      />
    </Stack>
  )
}
