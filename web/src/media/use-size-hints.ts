import { limits } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { formatBytes } from './format-bytes.ts'
import type { MediaType } from './media-type.ts'

/** What may be uploaded, in words. */
export function useSizeHints(): Readonly<Record<MediaType, string>> {
  const { t, i18n } = useTranslation('media')
  const size = (type: MediaType) => formatBytes(limits.mediaBytes[type], i18n.language)
  return {
    image: t('media:drop.hintImage', { size: size('image') }),
    video: t('media:drop.hintVideo', { size: size('video') }),
    audio: t('media:drop.hintAudio', { size: size('audio') }),
  }
}
