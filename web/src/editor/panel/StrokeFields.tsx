import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sharedValue } from './shared-value.ts'
import { ColorField } from '../ui/ColorField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { OpacityField } from '../ui/OpacityField.tsx'

interface Stroked {
  stroke: string
  strokeWidth: number
  opacity: number
}

interface StrokeFieldsProps {
  /** With their defaults filled in. */
  elements: readonly Stroked[]
  update: (values: Partial<Stroked>) => void
}

/** Colour, width and opacity of what is nothing but a line. */
export function StrokeFields({ elements, update }: StrokeFieldsProps) {
  const { t } = useTranslation('editor')
  return (
    <>
      <ColorField
        label={t('editor:panel.lineColor')}
        value={sharedValue(elements, ({ stroke }) => stroke)}
        onCommit={(stroke) => update({ stroke })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('editor:panel.lineWidth')}
          value={sharedValue(elements, ({ strokeWidth }) => strokeWidth)}
          min={0.5}
          max={200}
          onCommit={(strokeWidth) => update({ strokeWidth })}
        />
        <OpacityField
          value={sharedValue(elements, ({ opacity }) => opacity)}
          onCommit={(opacity) => update({ opacity })}
        />
      </SimpleGrid>
    </>
  )
}
