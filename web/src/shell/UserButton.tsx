import { Avatar, UnstyledButton, type UnstyledButtonProps, VisuallyHidden } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './UserMenu.module.css'

type UserButtonProps = UnstyledButtonProps &
  Omit<ComponentPropsWithRef<'button'>, keyof UnstyledButtonProps> & { name: string }

/** The person's initials, as the button of their menu. */
export function UserButton({ name, ...props }: UserButtonProps) {
  const { t } = useTranslation('common')
  return (
    <UnstyledButton className={styles.button} {...props}>
      <VisuallyHidden>{t('common:userMenu', { name })}</VisuallyHidden>
      <Avatar name={name} color="jade" size={36} aria-hidden />
    </UnstyledButton>
  )
}
