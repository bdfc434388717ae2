import type { Version } from '@anawim/api/contract'
import { Button, Loader, Switch, Text } from '@mantine/core'
import { IconBookmark, IconHistory, IconPlugConnectedX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../session/use-error-text.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { useVersions } from './use-versions.ts'
import { VersionList } from './VersionList.tsx'
import styles from './versions.module.css'

interface VersionSideProps {
  list: ReturnType<typeof useVersions>
  selected: Version | null
  onSelect: (version: Version) => void
  onName: () => void
  onRename: (version: Version) => void
  onRemove: (version: Version) => void
}

/** What was kept, and naming what is there now. */
export function VersionSide({ list, selected, onSelect, onName, onRename, onRemove }: VersionSideProps) {
  const { t } = useTranslation(['versions', 'common'])
  const errorText = useErrorText()
  const [onlyNamed, setOnlyNamed] = useState(false)
  const all = list.data ?? []
  const versions = onlyNamed ? all.filter(({ name }) => name !== null) : all
  return (
    <aside className={styles.side} aria-label={t('versions:title')}>
      <div className={styles.top}>
        <Button
          fullWidth
          variant="light"
          leftSection={<IconBookmark size={18} stroke={1.7} aria-hidden />}
          onClick={onName}
        >
          {t('versions:nameCurrent')}
        </Button>
        {all.length > 0 && (
          <Switch
            size="sm"
            label={t('versions:onlyNamed')}
            checked={onlyNamed}
            onChange={(event) => setOnlyNamed(event.currentTarget.checked)}
          />
        )}
      </div>
      {list.isPending && <Loader className={styles.waiting} size="sm" role="status" aria-label={t('common:loading')} />}
      {list.isError && all.length === 0 && (
        <Notice icon={IconPlugConnectedX} title={t('versions:listFailed')} text={errorText(list.error)}>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t('common:retry')}
          </Button>
        </Notice>
      )}
      {list.isSuccess && all.length === 0 && (
        <Notice icon={IconHistory} title={t('versions:empty')} text={t('versions:emptyText')} />
      )}
      {all.length > 0 && versions.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('versions:noneNamed')}
        </Text>
      )}
      <VersionList
        versions={versions}
        selected={selected}
        onSelect={onSelect}
        onRename={onRename}
        onRemove={onRemove}
      />
    </aside>
  )
}
