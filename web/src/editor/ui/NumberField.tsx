import { NumberInput } from '@mantine/core'
import { useState } from 'react'

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

/** A number that is written when one has finished with it: at Enter, on leaving the field, and at each press of its arrows. */
export function NumberField({ label, value, min, max, step = 1, unit, onCommit }: NumberFieldProps) {
  // What is being typed; null: what the document says.
  const [draft, setDraft] = useState<number | string | null>(null)
  const shown = draft ?? value ?? ''
  const commit = (next: number | string | null) => {
    setDraft(null)
    if (next === null) return
    const number = typeof next === 'number' ? next : Number.parseFloat(next)
    if (Number.isFinite(number) && number !== value) onCommit(number)
  }
  return (
    <NumberInput
      size="xs"
      label={label}
      value={shown}
      placeholder={value === null ? '–' : ''}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      {...(unit ? { suffix: unit } : {})}
      step={step}
      decimalScale={1}
      clampBehavior="blur"
      onChange={(next) => {
        setDraft(next)
        // The arrows change it by a step while the field is not being typed in.
        if (typeof next === 'number' && typeof shown === 'number' && Math.abs(next - shown) === step) commit(next)
      }}
      onBlur={() => commit(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(draft)
      }}
    />
  )
}
