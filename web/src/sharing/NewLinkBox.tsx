import type { NewLink } from '@anawim/api/contract'
import { Alert, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addressForOthers } from '../ui/address-for-others.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import styles from './MembersEditor.module.css'

/** A link that was just made: the only time that its address and its code are shown. */
export function NewLinkBox({ made }: { made: NewLink }) {
  const { t } = useTranslation('people')
  const address = addressForOthers(window.location, made.address) + made.path
  return (
    <Alert variant="light" mt="md" title={t('people:links.newTitle')} role="status">
      <Text size="sm" mb="sm">
        {t('people:links.newText')}
      </Text>
      <div className={styles.line}>
        <TextInput
          className={styles.grow}
          aria-label={t('people:links.address')}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={address} label={t('people:links.copyAddress')} />
      </div>
      {made.code !== null && (
        <Text mt="sm">
          {t('people:links.code')} <strong className={styles.code}>{made.code}</strong>
        </Text>
      )}
    </Alert>
  )
}
