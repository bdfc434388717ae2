import { Select } from '@mantine/core'
import type { Dash } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'

/** Whether a line is drawn through, in dashes or in dots; null: the selected elements differ. */
export function DashField({ value, onCommit }: { value: Dash | null; onCommit: (dash: Dash) => void }) {
  const { t } = useTranslation(['editor', 'format'])
  return (
    <Select
      size="xs"
      label={t('format:panel.dash')}
      value={value}
      data={[
        { value: 'solid', label: t('format:dash.solid') },
        { value: 'dashed', label: t('format:dash.dashed') },
        { value: 'dotted', label: t('format:dash.dotted') },
      ]}
      allowDeselect={false}
      onChange={(dash) => dash && onCommit(dash as Dash)}
    />
  )
}
