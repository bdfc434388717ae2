import type { PupilCards } from '@anawim/api/contract'
import { Alert, Button, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { addressForOthers } from '../ui/address-for-others.ts'
import styles from './CodeSheet.module.css'

interface CodeSheetProps {
  className: string
  cards: PupilCards
  onDone: () => void
}

/** Cards to print and cut: what each pupil logs in with. It is shown this once. */
export function CodeSheet({ className, cards, onDone }: CodeSheetProps) {
  const { t } = useTranslation('people')
  const address = addressForOthers(window.location, cards.address).replace(/^https?:\/\//, '')
  return (
    <div className={styles.sheet}>
      <div className={styles.screen}>
        <Title order={1} fz={28}>
          {t('people:sheet.title', { count: cards.items.length })}
        </Title>
        <Alert variant="light" color="yellow" my="md">
          {t('people:sheet.once')}
        </Alert>
        <div className={styles.actions}>
          <Button leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
            {t('people:sheet.print')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('people:sheet.done')}
          </Button>
        </div>
      </div>
      <ul className={styles.cards} aria-label={t('people:sheet.cards')}>
        {cards.items.map(({ user, kind, secret }) => (
          <li key={user.id} className={styles.card}>
            <span className={styles.class}>{className}</span>
            <strong className={styles.name}>{user.full_name}</strong>
            <span className={styles.label}>
              {kind === 'code' ? t('people:sheet.code') : t('people:sheet.password')}
            </span>
            <span className={styles.code}>{secret}</span>
            <span className={styles.how}>
              {kind === 'code' ? t('people:sheet.how', { address }) : t('people:sheet.howPassword', { address })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
