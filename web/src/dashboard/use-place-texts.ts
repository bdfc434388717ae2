import { useTranslation } from 'react-i18next'
import type { PlaceName } from './list-view.ts'

/** The places in the language of the page. */
export function usePlaceTexts(): Record<PlaceName, string> {
  const { t } = useTranslation('dashboard')
  return {
    all: t('dashboard:lessons'),
    recent: t('dashboard:places.recent'),
    favourites: t('dashboard:places.favourites'),
    own: t('dashboard:places.own'),
    shared: t('dashboard:places.shared'),
    trash: t('dashboard:trash'),
  }
}
