import { Menu } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '../ui/MoreButton.tsx'

interface FolderMenuProps {
  label: string
  onChoose: (kind: 'rename' | 'remove') => void
}

/** What can be done to a folder. */
export function FolderMenu({ label, onChoose }: FolderMenuProps) {
  const { t } = useTranslation('dashboard')
  const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const
  return (
    <Menu width={200}>
      <Menu.Target>
        <MoreButton label={label} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onChoose('rename')}>
          {t('dashboard:folders.rename')}
        </Menu.Item>
        <Menu.Item color="red.7" leftSection={<IconTrash {...icon} />} onClick={() => onChoose('remove')}>
          {t('dashboard:folders.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
