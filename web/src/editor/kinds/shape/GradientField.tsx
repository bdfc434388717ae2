import { Switch } from '@mantine/core'
import type { Gradient } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { ColorField } from '../../ui/ColorField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'

interface GradientFieldProps {
  /** Null: none. */
  value: Gradient | null
  /** What one begins with. */
  first?: Gradient
  onCommit: (gradient: Gradient | null) => void
}

/** Whether the fill becomes another colour, which, and in what direction. */
export function GradientField({ value, first = { to: '#ffffff', angle: 90 }, onCommit }: GradientFieldProps) {
  const { t } = useTranslation(['editor', 'format'])
  return (
    <>
      <Switch
        size="xs"
        labelPosition="left"
        styles={{ body: { justifyContent: 'space-between' } }}
        label={t('format:panel.gradient')}
        checked={value !== null}
        onChange={(event) => onCommit(event.currentTarget.checked ? first : null)}
      />
      {value && (
        <>
          <ColorField
            label={t('format:panel.gradientTo')}
            value={value.to}
            allowsTransparent
            onCommit={(to) => onCommit({ ...value, to })}
          />
          <NumberField
            label={t('format:panel.gradientAngle')}
            value={value.angle}
            step={15}
            unit="°"
            onCommit={(angle) => onCommit({ ...value, angle })}
          />
        </>
      )}
    </>
  )
}
