import type { Version } from '@anawim/api/contract'
import { Button, Switch, Text } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VersionList } from './VersionList.tsx'
import styles from './versions.module.css'

interface VersionSideProps {
  versions: readonly Version[]
  selected: Version | null
  onSelect: (version: Version) => void
  onName: () => void
  onRename: (version: Version) => void
  onRemove: (version: Version) => void
  /** What is said in place of a list. */
  children?: ReactNode
}

/** What was kept, and naming what is there now. */
export function VersionSide({
  versions: all,
  selected,
  onSelect,
  onName,
  onRename,
  onRemove,
  children,
}: VersionSideProps) {
  const { t } = useTranslation('versions')
  const [onlyNamed, setOnlyNamed] = useState(false)
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
      {children}
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
