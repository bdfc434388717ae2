import { ColorPicker, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Any colour at all, from the field or by its code. Fetched when a palette is first opened. */
export function AnyColor({ value, onCommit }: { value: string; onCommit: (color: string) => void }) {
  const { t } = useTranslation(['editor', 'format'])
  // What is being typed; null: the colour as it is.
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    const color = draft === null ? null : readCode(draft)
    setDraft(null)
    if (color !== null && color !== value) onCommit(color)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    commit()
  }
  return (
    <>
      <ColorPicker
        size="sm"
        format="hex"
        value={value}
        onChangeEnd={onCommit}
        saturationLabel={t('format:color.saturation')}
        hueLabel={t('format:color.hue')}
      />
      <TextInput
        size="xs"
        mt="xs"
        aria-label={t('format:color.code')}
        value={draft ?? value}
        maxLength={7}
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </>
  )
}

/** `#1a2b3c`, also without its sign or with three digits; null for what is no colour. */
function readCode(text: string): string | null {
  const code = text.trim().toLowerCase().replace(/^#/, '')
  if (/^[0-9a-f]{6}$/.test(code)) return `#${code}`
  return /^[0-9a-f]{3}$/.test(code) ? code.replace(/./g, '$&$&').padStart(7, '#') : null
}
