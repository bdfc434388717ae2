import type { PupilCards } from '@anawim/api/contract'
import { Button, Checkbox, CloseButton, Loader, Text } from '@mantine/core'
import { IconKey, IconMoodSad, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './classes.module.css'
import { RenewDialog } from './RenewDialog.tsx'
import type { ClassTools } from './use-classes.ts'

interface PupilTableProps {
  tools: ClassTools
  onCards: (cards: PupilCards) => void
  onAdd: () => void
}

/** The pupils of a class: who is chosen gets new codes; each can be taken out. */
export function PupilTable({ tools, onCards, onAdd }: PupilTableProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isAsked, setAsked] = useState(false)
  const { pupils, removePupil } = tools
  if (pupils.isPending) return <Loader type="dots" />
  if (!pupils.data) {
    return (
      <Notice icon={IconMoodSad} title={t('people:pupils.notLoaded')} text={errorText(pupils.error)}>
        <Button onClick={() => void pupils.refetch()}>{t('common:retry')}</Button>
      </Notice>
    )
  }
  const { items } = pupils.data
  if (items.length === 0) {
    return (
      <Notice icon={IconUsers} title={t('people:pupils.empty')} text={t('people:pupils.emptyText')}>
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={onAdd}>
          {t('people:pupils.add')}
        </Button>
      </Notice>
    )
  }
  const picked = items.filter(({ user }) => chosen.has(user.id))
  const choose = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <section aria-label={t('people:pupils.title')}>
      <div className={styles.tools}>
        <Checkbox
          label={t('people:pupils.all', { count: items.length })}
          checked={picked.length === items.length}
          indeterminate={picked.length > 0 && picked.length < items.length}
          onChange={({ currentTarget }) =>
            setChosen(new Set(currentTarget.checked ? items.map(({ user }) => user.id) : []))
          }
        />
        <Button
          variant="light"
          size="compact-md"
          disabled={picked.length === 0}
          leftSection={<IconKey size={18} stroke={1.6} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t('people:pupils.renew')}
        </Button>
      </div>
      {removePupil.error && (
        <Text size="sm" c="red.9" role="alert" mb="sm">
          {errorText(removePupil.error)}
        </Text>
      )}
      <ul className={styles.pupils}>
        {items.map(({ user, has_code: hasCode, is_active: isActive }) => (
          <li key={user.id} className={styles.pupil}>
            <Checkbox
              aria-label={t('people:pupils.choose', { name: user.full_name })}
              checked={chosen.has(user.id)}
              onChange={({ currentTarget }) => choose(user.id, currentTarget.checked)}
            />
            <span className={styles.pupilName}>{user.full_name}</span>
            <Text size="sm" c="dimmed">
              {isActive
                ? hasCode
                  ? t('people:pupils.byCode')
                  : t('people:pupils.byEmail')
                : t('people:pupils.suspended')}
            </Text>
            <CloseButton
              aria-label={t('people:pupils.remove', { name: user.full_name })}
              disabled={removePupil.isPending}
              onClick={() => removePupil.mutate(user.id)}
            />
          </li>
        ))}
      </ul>
      <RenewDialog
        opened={isAsked}
        pupils={picked}
        renewCodes={tools.renewCodes}
        onClose={() => setAsked(false)}
        onMade={(made) => {
          setAsked(false)
          setChosen(new Set())
          onCards(made)
        }}
      />
    </section>
  )
}
