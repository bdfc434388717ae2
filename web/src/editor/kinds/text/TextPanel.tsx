import { SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { type TextElement, withDefaults } from '@anawim/lesson'
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
import type { PanelProps } from '../kind-editor.ts'

/** Size, colour, spacing and alignment of whole text boxes. Single words are set while one types. */
export function TextPanel({ elements, update }: PanelProps<'text'>) {
  const { t } = useTranslation('editor')
  const filled = elements.map((element) => withDefaults<TextElement>(element))
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('editor:panel.fontSize')}
          value={sharedValue(filled, (text) => text.fontSize)}
          min={4}
          max={800}
          onCommit={(fontSize) => update({ fontSize })}
        />
        <NumberField
          label={t('editor:panel.lineHeight')}
          value={sharedValue(filled, (text) => text.lineHeight)}
          min={0.5}
          max={5}
          step={0.1}
          onCommit={(lineHeight) => update({ lineHeight })}
        />
      </SimpleGrid>
      <ColorField
        label={t('editor:panel.color')}
        value={sharedValue(filled, (text) => text.color)}
        onCommit={(color) => update({ color })}
      />
      <Text size="xs" fw={500} mb={-4}>
        {t('editor:panel.align')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('editor:panel.align')}
        value={sharedValue(filled, (text) => text.align) ?? ''}
        onChange={(align) => update({ align: align as TextElement['align'] })}
        data={[
          iconChoice('left', t('editor:align.left'), IconAlignLeft),
          iconChoice('center', t('editor:align.center'), IconAlignCenter),
          iconChoice('right', t('editor:align.right'), IconAlignRight),
          iconChoice('justify', t('editor:align.justify'), IconAlignJustified),
        ]}
      />
      <Text size="xs" fw={500} mb={-4}>
        {t('editor:panel.verticalAlign')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('editor:panel.verticalAlign')}
        value={sharedValue(filled, (text) => text.verticalAlign) ?? ''}
        onChange={(verticalAlign) => update({ verticalAlign: verticalAlign as TextElement['verticalAlign'] })}
        data={[
          iconChoice('top', t('editor:align.top'), IconLayoutAlignTop),
          iconChoice('middle', t('editor:align.middle'), IconLayoutAlignMiddle),
          iconChoice('bottom', t('editor:align.bottom'), IconLayoutAlignBottom),
        ]}
      />
    </Stack>
  )
}
