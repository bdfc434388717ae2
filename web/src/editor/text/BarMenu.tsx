import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import styles from './BarMenu.module.css'

interface BarMenuProps<Value> {
  /** What it is called, the present choice included. */
  label: string
  value: Value
  choices: readonly { value: Value; label: string; style?: CSSProperties }[]
  onChoose: (value: Value) => void
}

/** One of several, chosen in a bar over a text: focus and selection stay in the text. */
export function BarMenu<Value extends number | string>({ label, value, choices, onChoose }: BarMenuProps<Value>) {
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={label}
          data-tip={label}
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className={styles.chosen}>{choices.find((choice) => choice.value === value)?.label ?? value}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown data-over-canvas mah={280} style={{ overflowY: 'auto' }}>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            fw={choice.value === value ? 600 : 400}
            aria-current={choice.value === value || undefined}
            style={choice.style}
            onClick={() => onChoose(choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
