import { Divider, Select, SimpleGrid, Stack, Switch } from '@mantine/core'
import { type ShapeElement, type ShapeName, shapeNames, withDefaults } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../../panel/shared-value.ts'
import { ColorField } from '../../ui/ColorField.tsx'
import { DashField } from '../../ui/DashField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { OpacityField } from '../../ui/OpacityField.tsx'
import type { PanelProps } from '../kind-editor.ts'
import { TextStyleFields } from '../text/TextStyleFields.tsx'
import { GradientField } from './GradientField.tsx'
import { shapeName } from './shape-names.ts'

/** Outline, colours, line, shadow and opacity of shapes. */
export function ShapePanel({ elements, update }: PanelProps<'shape'>) {
  const { t } = useTranslation(['editor', 'format'])
  const filled = elements.map((element) => withDefaults<ShapeElement>(element))
  const hasSides = filled.every(({ shape }) => shape === 'polygon' || shape === 'star')
  const hasCorners = filled.every(({ shape }) => shape !== 'ellipse')
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={t('format:panel.shape')}
        value={sharedValue(filled, (shape) => shape.shape)}
        data={shapeNames.map((shape) => ({ value: shape, label: shapeName(t, shape) }))}
        allowDeselect={false}
        onChange={(shape) => shape && update({ shape: shape as ShapeName })}
      />
      <ColorField
        label={t('format:panel.fill')}
        value={sharedValue(filled, (shape) => shape.fill)}
        allowsTransparent
        onCommit={(fill) => update({ fill })}
      />
      <GradientField
        value={filled.length === 1 ? (filled[0]?.gradient ?? null) : null}
        onCommit={(gradient) => update({ gradient })}
      />
      <ColorField
        label={t('format:panel.stroke')}
        value={sharedValue(filled, (shape) => shape.stroke)}
        allowsTransparent
        onCommit={(stroke) => update({ stroke })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('format:panel.strokeWidth')}
          value={sharedValue(filled, (shape) => shape.strokeWidth)}
          min={0}
          max={200}
          onCommit={(strokeWidth) => update({ strokeWidth })}
        />
        <OpacityField
          value={sharedValue(filled, (shape) => shape.opacity)}
          onCommit={(opacity) => update({ opacity })}
        />
        {hasCorners && (
          <NumberField
            label={t('format:panel.radius')}
            value={sharedValue(filled, (shape) => shape.radius)}
            min={0}
            max={1_000}
            onCommit={(radius) => update({ radius })}
          />
        )}
        {hasSides && (
          <NumberField
            label={t('format:panel.sides')}
            value={sharedValue(filled, (shape) => shape.sides)}
            min={3}
            max={12}
            onCommit={(sides) => update({ sides: Math.round(sides) })}
          />
        )}
      </SimpleGrid>
      <DashField value={sharedValue(filled, (shape) => shape.dash)} onCommit={(dash) => update({ dash })} />
      <Switch
        size="xs"
        labelPosition="left"
        styles={{ body: { justifyContent: 'space-between' } }}
        label={t('format:panel.shadow')}
        checked={sharedValue(filled, (shape) => shape.shadow) === true}
        onChange={(event) => update({ shadow: event.currentTarget.checked })}
      />
      {elements.some(({ text }) => text) && (
        <>
          <Divider />
          <TextStyleFields styles={filled} update={update} />
        </>
      )}
    </Stack>
  )
}
