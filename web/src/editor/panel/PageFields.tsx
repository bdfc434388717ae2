import { Stack, TextInput, Title } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { type PagePatch, updatePage } from '@anawim/lesson/doc'
import { useTranslation } from 'react-i18next'
import { useEditorSession, usePages } from '../session/editor-context.ts'
import { asOneStep } from '../session/one-step.ts'
import { useValue } from '../session/value.ts'
import { useDraft } from '../ui/use-draft.ts'
import { PageBackgroundFields } from './PageBackgroundFields.tsx'
import { PageSizeFields } from './PageSizeFields.tsx'

/** Name, size and paper of the page that is shown. */
export function PageFields() {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  useValue(session.pageId)
  usePages()
  const page = session.page()
  const update = (patch: PagePatch) => asOneStep(session, () => updatePage(session.doc, page.id, patch))
  const name = useDraft(page.name, (text) => update({ name: text }))
  return (
    <Stack gap="sm">
      <Title order={2} size="sm">
        {t('editor:panel.page')}
      </Title>
      <TextInput
        size="xs"
        label={t('editor:panel.pageName')}
        maxLength={limits.name}
        {...name.field}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <PageSizeFields page={page} />
      <PageBackgroundFields page={page} onChange={update} />
    </Stack>
  )
}
