import { NativeSelect } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'

interface ChoiceProps {
  /** Its name for screen readers: what is chosen tells the others. */
  label: string
  value: string
  choices: { value: string; label: string }[]
  onChange: (value: string) => void
  className?: string
}

/** One of several, in the browser's own list: at home on a phone, and no code to load. */
export function Choice({ label, value, choices, onChange, className }: ChoiceProps) {
  return (
    <NativeSelect
      aria-label={label}
      className={className}
      data={choices}
      value={value}
      rightSection={<IconChevronDown size={16} stroke={1.8} aria-hidden />}
      onChange={(event) => onChange(event.currentTarget.value)}
      styles={{ input: { textOverflow: 'ellipsis' } }}
    />
  )
}
