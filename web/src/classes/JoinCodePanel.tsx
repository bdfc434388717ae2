import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import styles from './classes.module.css'
import type { ClassTools } from './use-classes.ts'

/** The code by which students come in by themselves: large enough to be shown to a class. */
export function JoinCodePanel({ code, setOpen }: { code: string | null; setOpen: ClassTools['setOpen'] }) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  return (
    <section className={styles.panel} aria-label={t('people:classes.joinCode')}>
      <div className={styles.panelText}>
        <Text fw={600}>{t('people:classes.joinCode')}</Text>
        <Text size="sm" c="dimmed">
          {code === null ? t('people:classes.closedText') : t('people:classes.openText')}
        </Text>
        {setOpen.error && (
          <Text size="sm" c="red.9" role="alert">
            {errorText(setOpen.error)}
          </Text>
        )}
      </div>
      {code !== null && <output className={styles.joinCode}>{code}</output>}
      <div className={styles.panelActions}>
        <Button variant="light" loading={setOpen.isPending} onClick={() => setOpen.mutate(true)}>
          {code === null ? t('people:classes.open') : t('people:classes.renew')}
        </Button>
        {code !== null && (
          <Button variant="default" disabled={setOpen.isPending} onClick={() => setOpen.mutate(false)}>
            {t('people:classes.close')}
          </Button>
        )}
      </div>
    </section>
  )
}
