import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, currentLanguage, languages, type Language } from '../i18n/index.ts'

const choices = (Object.keys(languages) as Language[]).map((value) => ({ value, label: value.toUpperCase() }))

/** Vietnamese or English, remembered. */
export function LanguageSwitch({ size = 'xs' }: { size?: 'xs' | 'sm' }) {
  const { t } = useTranslation('common')
  return (
    <SegmentedControl
      aria-label={t('common:language')}
      size={size}
      radius="xl"
      data={choices}
      value={currentLanguage()}
      onChange={(value) => void chooseLanguage(value as Language)}
    />
  )
}
