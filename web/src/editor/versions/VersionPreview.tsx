import type { Version } from '@anawim/api/contract'
import type { LessonPage } from '@anawim/lesson'
import { Badge, Button, Loader } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../session/use-error-text.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useVersionContent } from './use-versions.ts'
import { VersionPage } from './VersionPage.tsx'
import styles from './versions.module.css'

/** The pages as they were. Nothing here can be changed. */
export function VersionPreview({ lessonId, version }: { lessonId: number; version: Version }) {
  const { t } = useTranslation(['versions', 'common'])
  const errorText = useErrorText()
  const content = useVersionContent(lessonId, version.id)
  if (content.isPending) return <Loader className={styles.waiting} role="status" aria-label={t('common:loading')} />
  if (content.isError) {
    return (
      <Notice icon={IconPlugConnectedX} title={t('versions:failed')} text={errorText(content.error)}>
        <Button variant="default" onClick={() => void content.refetch()}>
          {t('common:retry')}
        </Button>
      </Notice>
    )
  }
  return (
    <ol className={styles.pages}>
      {content.data.pages.map((page, index) => (
        <Sheet key={page.id} page={page} number={index + 1} />
      ))}
    </ol>
  )
}

function Sheet({ page, number }: { page: LessonPage; number: number }) {
  const { t } = useTranslation('versions')
  return (
    <li className={styles.sheet}>
      <p className={styles.caption}>
        {number}. {page.name}
        {page.hidden && (
          <Badge size="sm" variant="light" color="gray.8" ml="xs">
            {t('versions:hiddenPage')}
          </Badge>
        )}
      </p>
      <VersionPage page={page} label={t('versions:picture', { name: page.name })} />
    </li>
  )
}
