import { Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { type ImageElement, limits, type ShapeName, shapeNames, withDefaults } from '@anawim/lesson'
import { IconAccessible } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cropCommand, replaceImageCommand } from '../../commands/image-commands.ts'
import { PanelCommands } from '../../panel/PanelCommands.tsx'
import { sharedValue } from '../../panel/shared-value.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { OpacityField } from '../../ui/OpacityField.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { PanelProps } from '../kind-editor.ts'
import { shapeName } from '../shape/shape-names.ts'
import styles from './ImagePanel.module.css'

/** What a picture says to those who cannot see it, its crop, outline and opacity. */
export function ImagePanel({ elements, update }: PanelProps<'image'>) {
  const { t } = useTranslation(['editor', 'format'])
  const filled = elements.map((element) => withDefaults<ImageElement>(element))
  const alt = useDraft(sharedValue(filled, (image) => image.alt) ?? '', (text) => update({ alt: text }))
  const isAltMissing = filled.some((image) => image.alt.trim() === '')
  const hasCorners = filled.every(({ mask }) => mask !== 'ellipse')
  return (
    <Stack gap="xs">
      {elements.length === 1 && (
        <PanelCommands
          commands={[
            { command: cropCommand, label: t('format:panel.crop') },
            { command: replaceImageCommand, label: t('format:panel.replace') },
          ]}
        />
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
        {...alt.field}
      />
      {isAltMissing && alt.text.trim() === '' && (
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
