import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './FontSizeMenu.module.css'

const sizes = [12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96]

/** The size of what is selected in a text, in page pixels. */
export function FontSizeMenu({ size, onChoose }: { size: number; onChoose: (size: number) => void }) {
  const { t } = useTranslation('editor')
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={t('editor:text.size', { size })}
          onMouseDown={(event) => event.preventDefault()}
        >
          {size}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown data-over-canvas mah={280} style={{ overflowY: 'auto' }}>
        {sizes.map((choice) => (
          <Menu.Item key={choice} fw={choice === size ? 600 : 400} onClick={() => onChoose(choice)}>
            {choice}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
