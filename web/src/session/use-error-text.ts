import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from './api-error.ts'

/**
 * Tells a failure in the language of the page. A code without a text does not compile: the key is typed by all codes of
 * `@anawim/lesson`.
 */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors')
  return useCallback(
    (error) => {
      const { code, retryAfter } = asApiError(error)
      if (code === 'too_many_requests' && retryAfter) {
        return t('errors:too_many_requests_wait', { count: Math.ceil(retryAfter / 60) })
      }
      return t(`errors:${code}`)
    },
    [t],
  )
}
