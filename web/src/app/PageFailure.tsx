import { Button } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'

/** Catches a page that could not be loaded or shown: after an update of the server, mostly, and then reloading helps. */
export class PageFailure extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? <FailureNotice /> : this.props.children
  }
}

function FailureNotice() {
  const { t } = useTranslation('common')
  return (
    <Notice icon={IconMoodSad} title={t('common:pageFailed.title')} text={t('common:pageFailed.text')} isPage>
      <Button onClick={() => window.location.reload()}>{t('common:reload')}</Button>
    </Notice>
  )
}
