import { Button } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'

/** A page that could not be loaded or shown: after an update of the server, mostly, and then reloading helps. */
export function RouteFailure() {
  const { t } = useTranslation('common')
  return (
    <Notice icon={IconMoodSad} title={t('common:pageFailed.title')} text={t('common:pageFailed.text')} isPage>
      <Button onClick={() => window.location.reload()}>{t('common:reload')}</Button>
    </Notice>
  )
}
