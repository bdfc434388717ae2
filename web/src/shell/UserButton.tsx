import { Avatar, UnstyledButton, type UnstyledButtonProps, VisuallyHidden } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './UserMenu.module.css'
import { initialsOf } from '../ui/initials-of.ts'

type UserButtonProps = UnstyledButtonProps &
  Omit<ComponentPropsWithRef<'button'>, keyof UnstyledButtonProps> & { name: string; avatar: string | null }

/** The person's picture, or their initials, as the button of their menu. */
export function UserButton({ name, avatar, ...props }: UserButtonProps) {
  const { t } = useTranslation('common')
  return (
    <UnstyledButton className={styles.button} {...props}>
      <VisuallyHidden>{t('common:userMenu', { name })}</VisuallyHidden>
      <Avatar src={avatar} color="jade" size={36} aria-hidden>
        {initialsOf(name)}
      </Avatar>
    </UnstyledButton>
  )
}
