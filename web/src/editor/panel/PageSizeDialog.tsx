import { Button, Checkbox, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allowedSize, resizePages } from '../pages/page-sizes.ts'
import { DialogActions } from '../../ui/DialogActions.tsx'
import { useEditorSession } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'

interface PageSizeDialogProps {
  page: PageHead
  opened: boolean
  onClose: () => void
}

/** Asks for a size of one's own, for this page or for all. */
export function PageSizeDialog({ page, opened, onClose }: PageSizeDialogProps) {
  const { t } = useTranslation(['editor', 'pages'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={360}
      title={t('pages:size.own')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {opened && <SizeForm page={page} onClose={onClose} />}
    </Modal>
  )
}

function SizeForm({ page, onClose }: Omit<PageSizeDialogProps, 'opened'>) {
  const { t } = useTranslation(['editor', 'pages'])
  const session = useEditorSession()
  const [width, setWidth] = useState(String(page.width))
  const [height, setHeight] = useState(String(page.height))
  const [isForAll, setIsForAll] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const size = { width: Number.parseInt(width, 10) || page.width, height: Number.parseInt(height, 10) || page.height }
    const ids = isForAll ? session.model.pages().map(({ id }) => id) : [page.id]
    resizePages(session, ids, allowedSize(size))
    onClose()
  }
  const side = (label: string, value: string, set: (value: string) => void) => (
    <TextInput
      label={label}
      inputMode="numeric"
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <SimpleGrid cols={2}>
          {side(t('pages:size.width'), width, setWidth)}
          {side(t('pages:size.height'), height, setHeight)}
        </SimpleGrid>
        <Text size="xs" c="dimmed" mt={-8}>
          {t('pages:size.unit', limits.pageSize)}
        </Text>
        <Checkbox
          label={t('pages:size.all')}
          checked={isForAll}
          onChange={(event) => setIsForAll(event.currentTarget.checked)}
        />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit">{t('pages:size.apply')}</Button>
        </DialogActions>
      </Stack>
    </form>
  )
}
