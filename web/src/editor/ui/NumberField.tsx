import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'

interface NumberFieldProps {
  label: string
  /** Null: the selected elements differ. */
  value: number | null
  min?: number
  max?: number
  step?: number
  /** Shown behind the number. */
  unit?: string
  onCommit: (value: number) => void
}

/** A number that is written when one has finished with it: at Enter, on leaving the field, and at each arrow key. */
export function NumberField({ label, value, min, max, step = 1, unit = '', onCommit }: NumberFieldProps) {
  // What is being typed; null: what the document says.
  const [draft, setDraft] = useState<string | null>(null)
  const bounded = (number: number) => Math.round(Math.min(max ?? number, Math.max(min ?? number, number)) * 10) / 10
  const commit = () => {
    const number = draft === null ? null : readNumber(draft)
    setDraft(null)
    if (number !== null && bounded(number) !== value) onCommit(bounded(number))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const from = draft === null ? value : readNumber(draft)
    const by = (event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1)
    setDraft(null)
    if (from !== null) onCommit(bounded(from + by))
  }
  return (
    <TextInput
      size="xs"
      label={label}
      inputMode="decimal"
      value={draft ?? (value === null ? '' : `${value}${unit}`)}
      placeholder={value === null ? '–' : ''}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}

/** `1,5` is one and a half where people write it so. */
function readNumber(text: string): number | null {
  const number = Number.parseFloat(text.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}
