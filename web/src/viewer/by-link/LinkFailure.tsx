import { useTranslation } from 'react-i18next'
import styles from './ByLink.module.css'

/** Why a link shows nothing: it leads nowhere (any more), or the server could not be asked. */
export function LinkFailure({ isGone }: { isGone: boolean }) {
  const { t } = useTranslation('people')
  return (
    <main className={styles.ask}>
      <div className={styles.form} role="alert">
        <h1>{isGone ? t('people:link.goneTitle') : t('people:link.failedTitle')}</h1>
        <p>{isGone ? t('people:link.goneText') : t('people:link.failedText')}</p>
        {!isGone && (
          <button type="button" onClick={() => window.location.reload()}>
            {t('people:link.again')}
          </button>
        )}
      </div>
    </main>
  )
}
