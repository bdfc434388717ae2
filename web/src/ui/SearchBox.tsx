import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Milliseconds after the last key until one searches. */
const CALM = 300

interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** Searches while one types, a moment after the last key. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const { t } = useTranslation('common')
  const [text, setText] = useState(value)
  const said = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Changed from outside (the back button, "clear filters"): that counts.
  useEffect(() => {
    if (value === said.current) return
    said.current = value
    clearTimeout(timer.current)
    setText(value)
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const say = (next: string, wait: number) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      said.current = next.trim()
      onChange(said.current)
    }, wait)
  }

  return (
    <TextInput
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      onChange={(event) => say(event.currentTarget.value, CALM)}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('common:clearSearch')} onClick={() => say('', 0)} />}
    />
  )
}
