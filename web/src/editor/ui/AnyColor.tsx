import { ColorPicker } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Any colour at all. Fetched when a palette is first opened. */
export function AnyColor({ value, onCommit }: { value: string; onCommit: (color: string) => void }) {
  const { t } = useTranslation(['editor', 'format'])
  return (
    <ColorPicker
      size="sm"
      format="hex"
      value={value}
      onChangeEnd={onCommit}
      saturationLabel={t('format:color.saturation')}
      hueLabel={t('format:color.hue')}
    />
  )
}
