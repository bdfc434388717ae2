import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from './copy-text.ts'

/** Copies a text, and says so for a while. `label`: what is copied, for screen readers. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('people')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await copyText(text))) return
    setCopied(true)
    setTimeout(() => setCopied(false), 2_500)
  }
  const Icon = isCopied ? IconCheck : IconCopy
  return (
    <Button variant="light" aria-label={label} leftSection={<Icon size={18} aria-hidden />} onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? t('people:copied') : t('people:copy')}</span>
    </Button>
  )
}
