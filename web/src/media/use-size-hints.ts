import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../session/media-call.ts'
import { formatBytes } from './format-bytes.ts'
import type { MediaType } from './media-type.ts'

/** What may be uploaded, in words, with the limits that this server is set to. Null until it has told them. */
export function useSizeHints(): Readonly<Record<MediaType, string>> | null {
  const { t, i18n } = useTranslation('media')
  const { data } = useQuery({
    queryKey: ['media', 'usage'],
    queryFn: ({ signal }) => call('listMedia', { query: { limit: 1 } }, { signal }),
  })
  if (!data) return null
  const size = (type: MediaType) => formatBytes(data.usage.limits[type], i18n.language)
  return {
    image: t('media:drop.hintImage', { size: size('image') }),
    video: t('media:drop.hintVideo', { size: size('video') }),
    audio: t('media:drop.hintAudio', { size: size('audio') }),
  }
}
