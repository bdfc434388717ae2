import { Stack, Textarea } from '@mantine/core'
import { type ImageElement, limits, withDefaults } from '@anawim/lesson'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../../panel/shared-value.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import type { PanelProps } from '../kind-editor.ts'

/** What a picture says to those who cannot see it, and its opacity. */
export function ImagePanel({ elements, update }: PanelProps<'image'>) {
  const { t } = useTranslation('editor')
  const filled = elements.map((element) => withDefaults<ImageElement>(element))
  const opacity = sharedValue(filled, (image) => image.opacity)
  const alt = sharedValue(filled, (image) => image.alt) ?? ''
  // Null: what the document says.
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== alt) update({ alt: draft })
    setDraft(null)
  }
  return (
    <Stack gap="xs">
      <Textarea
        size="xs"
        label={t('editor:panel.alt')}
        description={t('editor:panel.altHelp')}
        placeholder={t('editor:panel.altPlaceholder')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={limits.alt}
        value={draft ?? alt}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
      />
      <NumberField
        label={t('editor:panel.opacity')}
        value={opacity === null ? null : Math.round(opacity * 100)}
        min={0}
        max={100}
        step={5}
        unit=" %"
        onCommit={(percent) => update({ opacity: percent / 100 })}
      />
    </Stack>
  )
}
