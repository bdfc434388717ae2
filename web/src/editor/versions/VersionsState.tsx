import { Button, Loader } from '@mantine/core'
import { IconHistory, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../session/use-error-text.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { useVersions } from './use-versions.ts'
import styles from './versions.module.css'

/** What there is to say while there is no version to show: on its way, not to be had, none yet. */
export function VersionsState({ list }: { list: ReturnType<typeof useVersions> }) {
  const { t } = useTranslation(['versions', 'common'])
  const errorText = useErrorText()
  if (list.isPending)
    return <Loader className={styles.waiting} size="sm" role="status" aria-label={t('common:loading')} />
  if (list.data?.length) return null
  if (list.isError) {
    return (
      <Notice icon={IconPlugConnectedX} title={t('versions:listFailed')} text={errorText(list.error)}>
        <Button variant="default" onClick={() => void list.refetch()}>
          {t('common:retry')}
        </Button>
      </Notice>
    )
  }
  return <Notice icon={IconHistory} title={t('versions:empty')} text={t('versions:emptyText')} />
}
