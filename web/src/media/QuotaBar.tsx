import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatBytes } from './format-bytes.ts'
import styles from './MediaPage.module.css'

/** From here on it is told that there is little room left. */
const NEARLY = 0.9

/** How much of one's room is taken. `quota`: bytes; null where there is no limit. */
export function QuotaBar({ usage: { bytes, quota } }: { usage: { bytes: number; quota: number | null } }) {
  const { t, i18n } = useTranslation('media')
  const size = (value: number) => formatBytes(value, i18n.language)
  if (quota === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('media:used', { used: size(bytes) })}
      </Text>
    )
  }
  const share = quota > 0 ? Math.min(1, bytes / quota) : 1
  const text = t('media:usedOf', { used: size(bytes), quota: size(quota) })
  return (
    <div className={styles.quota}>
      <Text size="sm" c={share >= NEARLY ? 'red.8' : 'dimmed'}>
        {text}
      </Text>
      <Progress value={share * 100} size="sm" mt={4} color={share >= NEARLY ? 'red' : 'jade'} aria-label={text} />
    </div>
  )
}
