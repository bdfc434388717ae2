import { Stack, TextInput, Title } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { type PagePatch, updatePage } from '@anawim/lesson/doc'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorSession, usePages } from '../session/editor-context.ts'
import { asOneStep } from '../session/one-step.ts'
import { useValue } from '../session/value.ts'
import { PageBackgroundFields } from './PageBackgroundFields.tsx'
import { PageSizeFields } from './PageSizeFields.tsx'

/** Name, size and paper of the page that is shown. */
export function PageFields() {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  useValue(session.pageId)
  usePages()
  const page = session.page()
  // What is being typed; null: what the document says.
  const [name, setName] = useState<string | null>(null)
  const update = (patch: PagePatch) => asOneStep(session, () => updatePage(session.doc, page.id, patch))
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
      <PageSizeFields page={page} />
      <PageBackgroundFields page={page} onChange={update} />
    </Stack>
  )
}
