import { SegmentedControl, Select, SimpleGrid, Text } from '@mantine/core'
import { fontFamilies } from '@anawim/drawing'
import type { TextAlign, TextStyleDefaults, VerticalAlign } from '@anawim/lesson'
import {
  IconAlignCenter,
  IconAlignJustified,
  IconAlignLeft,
  IconAlignRight,
  IconLayoutAlignBottom,
  IconLayoutAlignMiddle,
  IconLayoutAlignTop,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../../panel/shared-value.ts'
import { ColorField } from '../../ui/ColorField.tsx'
import { iconChoice } from '../../ui/icon-choice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'

interface TextStyleFieldsProps {
  /** Of each that is selected. */
  styles: readonly TextStyleDefaults[]
  update: (patch: Partial<TextStyleDefaults>) => void
}

/** Font, size, colour, spacing and alignment of whole texts, in boxes or shapes. Single words are set while one types. */
export function TextStyleFields({ styles: filled, update }: TextStyleFieldsProps) {
  const { t } = useTranslation(['editor', 'format'])
  return (
    <>
      <Select
        size="xs"
        label={t('format:panel.fontFamily')}
        value={sharedValue(filled, (text) => text.fontFamily)}
        data={[...fontFamilies]}
        allowDeselect={false}
        onChange={(fontFamily) => fontFamily && update({ fontFamily })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('format:panel.fontSize')}
          value={sharedValue(filled, (text) => text.fontSize)}
          min={4}
          max={800}
          onCommit={(fontSize) => update({ fontSize })}
        />
        <NumberField
          label={t('format:panel.lineHeight')}
          value={sharedValue(filled, (text) => text.lineHeight)}
          min={0.5}
          max={5}
          step={0.1}
          onCommit={(lineHeight) => update({ lineHeight })}
        />
      </SimpleGrid>
      <ColorField
        label={t('format:panel.color')}
        value={sharedValue(filled, (text) => text.color)}
        onCommit={(color) => update({ color })}
      />
      <Text size="xs" fw={500} mb={-4}>
        {t('format:panel.align')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('format:panel.align')}
        value={sharedValue(filled, (text) => text.align) ?? ''}
        onChange={(align) => update({ align: align as TextAlign })}
        data={[
          iconChoice('left', t('format:align.left'), IconAlignLeft),
          iconChoice('center', t('format:align.center'), IconAlignCenter),
          iconChoice('right', t('format:align.right'), IconAlignRight),
          iconChoice('justify', t('format:align.justify'), IconAlignJustified),
        ]}
      />
      <Text size="xs" fw={500} mb={-4}>
        {t('format:panel.verticalAlign')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('format:panel.verticalAlign')}
        value={sharedValue(filled, (text) => text.verticalAlign) ?? ''}
        onChange={(verticalAlign) => update({ verticalAlign: verticalAlign as VerticalAlign })}
        data={[
          iconChoice('top', t('format:align.top'), IconLayoutAlignTop),
          iconChoice('middle', t('format:align.middle'), IconLayoutAlignMiddle),
          iconChoice('bottom', t('format:align.bottom'), IconLayoutAlignBottom),
        ]}
      />
    </>
  )
}
