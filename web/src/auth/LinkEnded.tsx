import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** In place of a form: the link that led here does not work any more. `text`: what to do then. */
export function LinkEnded({ text }: { text: string }) {
  const { t } = useTranslation('auth')
  return (
    <Alert color="red" variant="light" role="alert" title={t('auth:linkEnded')}>
      {text}
    </Alert>
  )
}
