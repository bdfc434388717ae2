import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'

/** Why a file was not taken, in the language of the page. */
export function useMediaError(): (error: unknown) => string {
  const { t } = useTranslation('media')
  const errorText = useErrorText()
  return useCallback(
    (error) => {
      const { code } = asApiError(error)
      if (code === 'too_large') return t('media:error.tooLarge')
      if (code === 'unsupported_media_type') return t('media:error.wrongType')
      if (code === 'invalid') return t('media:error.broken')
      return errorText(error)
    },
    [t, errorText],
  )
}
