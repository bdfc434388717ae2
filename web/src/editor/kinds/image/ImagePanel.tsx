import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { type ImageElement, limits, type ShapeName, shapeNames, withDefaults } from '@anawim/lesson'
import { IconAccessible } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cropCommand, replaceImageCommand } from '../../commands/image-commands.ts'
import { sharedValue } from '../../panel/shared-value.ts'
import { useEditor } from '../../session/editor-context.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { OpacityField } from '../../ui/OpacityField.tsx'
import type { PanelProps } from '../kind-editor.ts'
import { shapeName } from '../shape/shape-names.ts'
import styles from './ImagePanel.module.css'

/** What a picture says to those who cannot see it, its crop, outline and opacity. */
export function ImagePanel({ elements, update }: PanelProps<'image'>) {
  const { t } = useTranslation(['editor', 'format'])
  const editor = useEditor()
  const filled = elements.map((element) => withDefaults<ImageElement>(element))
  const alt = sharedValue(filled, (image) => image.alt) ?? ''
  const isAltMissing = filled.some((image) => image.alt.trim() === '')
  const hasCorners = filled.every(({ mask }) => mask !== 'ellipse')
  // Null: what the document says.
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== alt) update({ alt: draft })
    setDraft(null)
  }
  return (
    <Stack gap="xs">
      {elements.length === 1 && (
        <Group gap="xs" grow>
          {[cropCommand, replaceImageCommand].map((command) => (
            <Button
              key={command.id}
              size="xs"
              variant="default"
              px={6}
              disabled={!command.isEnabled(editor)}
              leftSection={<command.icon size={16} aria-hidden />}
              onClick={() => command.run(editor, t)}
            >
              {command.id === 'crop' ? t('format:panel.crop') : t('format:panel.replace')}
            </Button>
          ))}
        </Group>
      )}
      <Textarea
        size="xs"
        label={t('format:panel.alt')}
        description={t('format:panel.altHelp')}
        placeholder={t('format:panel.altPlaceholder')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={limits.alt}
        value={draft ?? alt}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
      />
      {isAltMissing && (draft ?? '') === '' && (
        <Text size="xs" className={styles.hint}>
          <IconAccessible size={16} aria-hidden />
          {t('format:panel.altMissing')}
        </Text>
      )}
      <Select
        size="xs"
        label={t('format:panel.mask')}
        value={sharedValue(filled, (image) => image.mask)}
        data={shapeNames.map((shape) => ({ value: shape, label: shapeName(t, shape) }))}
        allowDeselect={false}
        onChange={(mask) => mask && update({ mask: mask as ShapeName })}
      />
      <Group gap="xs" grow>
        {hasCorners && (
          <NumberField
            label={t('format:panel.radius')}
            value={sharedValue(filled, (image) => image.radius)}
            min={0}
            max={1_000}
            onCommit={(radius) => update({ radius })}
          />
        )}
        <OpacityField
          value={sharedValue(filled, (image) => image.opacity)}
          onCommit={(opacity) => update({ opacity })}
        />
      </Group>
    </Stack>
  )
}
