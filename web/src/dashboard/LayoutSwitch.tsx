import { ActionIcon } from '@mantine/core'
import { IconLayoutGrid, IconList } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Layout } from './use-layout.ts'

/** Cards or rows. */
export function LayoutSwitch({ layout, onChange }: { layout: Layout; onChange: (layout: Layout) => void }) {
  const { t } = useTranslation('dashboard')
  const isList = layout === 'list'
  const Shown = isList ? IconLayoutGrid : IconList
  const label = isList ? t('dashboard:asGrid') : t('dashboard:asList')
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={label}
      title={label}
      onClick={() => onChange(isList ? 'grid' : 'list')}
    >
      <Shown size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
