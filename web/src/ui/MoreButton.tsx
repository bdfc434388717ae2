import { ActionIcon, type ActionIconProps } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

type MoreButtonProps = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> & { label: string }

/** Three dots that open a menu. `label`: of what. */
export function MoreButton({ label, ...props }: MoreButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray.7" size={32} aria-label={label} {...props}>
      <IconDots size={20} stroke={1.8} aria-hidden />
    </ActionIcon>
  )
}
