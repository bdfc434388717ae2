import { SimpleGrid, Stack } from '@mantine/core'
import { type DrawingElement, withDefaults } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../../panel/shared-value.ts'
import { ColorField } from '../../ui/ColorField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { OpacityField } from '../../ui/OpacityField.tsx'
import type { PanelProps } from '../kind-editor.ts'

/** Colour, width and opacity of lines drawn by hand. */
export function DrawingPanel({ elements, update }: PanelProps<'drawing'>) {
  const { t } = useTranslation(['editor', 'format'])
  const filled = elements.map((element) => withDefaults<DrawingElement>(element))
  return (
    <Stack gap="xs">
      <ColorField
        label={t('format:panel.lineColor')}
        value={sharedValue(filled, ({ stroke }) => stroke)}
        onCommit={(stroke) => update({ stroke })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('format:panel.lineWidth')}
          value={sharedValue(filled, ({ strokeWidth }) => strokeWidth)}
          min={0.5}
          max={200}
          onCommit={(strokeWidth) => update({ strokeWidth })}
        />
        <OpacityField
          value={sharedValue(filled, ({ opacity }) => opacity)}
          onCommit={(opacity) => update({ opacity })}
        />
      </SimpleGrid>
    </Stack>
  )
}
