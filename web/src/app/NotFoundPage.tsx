import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../ui/Notice.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('common')
  usePageTitle(t('common:pageNotFound.title'))
  return (
    <Notice icon={IconMapQuestion} title={t('common:pageNotFound.title')} text={t('common:pageNotFound.text')} isPage>
      <Button component={Link} to="/">
        {t('common:toDashboard')}
      </Button>
    </Notice>
  )
}
