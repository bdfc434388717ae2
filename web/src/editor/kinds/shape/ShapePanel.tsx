import { Select, SimpleGrid, Stack } from '@mantine/core'
import { type ShapeElement, type ShapeName, shapeNames, withDefaults } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../../panel/shared-value.ts'
import { ColorField } from '../../ui/ColorField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import type { PanelProps } from '../kind-editor.ts'
import { shapeChoices } from './shape-choices.ts'

/** Outline, colours, line and opacity of shapes. */
export function ShapePanel({ elements, update }: PanelProps<'shape'>) {
  const { t } = useTranslation('editor')
  const filled = elements.map((element) => withDefaults<ShapeElement>(element))
  const opacity = sharedValue(filled, (shape) => shape.opacity)
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={t('editor:panel.shape')}
        value={sharedValue(filled, (shape) => shape.shape)}
        data={shapeNames.map((shape) => ({ value: shape, label: shapeChoices[shape].name(t) }))}
        allowDeselect={false}
        onChange={(shape) => shape && update({ shape: shape as ShapeName })}
      />
      <ColorField
        label={t('editor:panel.fill')}
        value={sharedValue(filled, (shape) => shape.fill)}
        allowsTransparent
        onCommit={(fill) => update({ fill })}
      />
      <ColorField
        label={t('editor:panel.stroke')}
        value={sharedValue(filled, (shape) => shape.stroke)}
        allowsTransparent
        onCommit={(stroke) => update({ stroke })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('editor:panel.strokeWidth')}
          value={sharedValue(filled, (shape) => shape.strokeWidth)}
          min={0}
          max={200}
          onCommit={(strokeWidth) => update({ strokeWidth })}
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
      </SimpleGrid>
    </Stack>
  )
}
