import { useTranslation } from 'react-i18next'
import { NumberField } from './NumberField.tsx'

/** An opacity of 0 to 1, in percent; null: the selected elements differ. */
export function OpacityField({ value, onCommit }: { value: number | null; onCommit: (opacity: number) => void }) {
  const { t } = useTranslation(['editor', 'format'])
  return (
    <NumberField
      label={t('format:panel.opacity')}
      value={value === null ? null : Math.round(value * 100)}
      min={0}
      max={100}
      step={5}
      unit=" %"
      onCommit={(percent) => onCommit(percent / 100)}
    />
  )
}
