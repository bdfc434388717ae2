import { Button, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { DialogActions } from '../ui/DialogActions.tsx'
import { MoreButton } from '../ui/MoreButton.tsx'
import type { ClassTools } from './use-classes.ts'

interface ClassMenuProps {
  name: string
  tools: Pick<ClassTools, 'rename' | 'remove'>
  onRemoved: () => void
}

/** Gives a class another name, or dissolves it. */
export function ClassMenu({ name, tools: { rename, remove }, onRemoved }: ClassMenuProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null)
  const [typed, setTyped] = useState(name)
  const dialog = (which: 'rename' | 'remove', title: string) => ({
    opened: open === which,
    onClose: () => setOpen(null),
    title,
    closeButtonProps: { 'aria-label': t('common:close') },
  })
  const save = async () => {
    await rename.mutateAsync(typed.trim())
    setOpen(null)
  }
  const dissolve = async () => {
    await remove.mutateAsync()
    onRemoved()
  }
  return (
    <>
      <Menu width={220}>
        <Menu.Target>
          <MoreButton label={t('people:classes.menu', { name })} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={18} stroke={1.6} aria-hidden />}
            onClick={() => {
              setTyped(name)
              setOpen('rename')
            }}
          >
            {t('people:classes.rename')}
          </Menu.Item>
          <Menu.Item
            color="red.7"
            leftSection={<IconTrash size={18} stroke={1.6} aria-hidden />}
            onClick={() => setOpen('remove')}
          >
            {t('people:classes.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal {...dialog('rename', t('people:classes.rename'))}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save().catch(() => undefined)
          }}
        >
          <Stack gap="md">
            <TextInput
              label={t('people:classes.name')}
              maxLength={80}
              data-autofocus
              value={typed}
              error={rename.error && errorText(rename.error)}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <DialogActions>
              <Button variant="default" onClick={() => setOpen(null)}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={rename.isPending} disabled={typed.trim() === ''}>
                {t('common:save')}
              </Button>
            </DialogActions>
          </Stack>
        </form>
      </Modal>
      <Modal {...dialog('remove', t('people:classes.removeTitle', { name }))}>
        <Stack gap="md">
          <Text>{t('people:classes.removeText')}</Text>
          {remove.error && (
            <Text size="sm" c="red.9" role="alert">
              {errorText(remove.error)}
            </Text>
          )}
          <DialogActions>
            <Button variant="default" onClick={() => setOpen(null)}>
              {t('common:cancel')}
            </Button>
            <Button color="red.8" loading={remove.isPending} onClick={() => void dissolve().catch(() => undefined)}>
              {t('people:classes.remove')}
            </Button>
          </DialogActions>
        </Stack>
      </Modal>
    </>
  )
}
