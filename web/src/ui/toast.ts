import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { ReactNode } from 'react'

/** Says at the foot of the window that something was done; screen readers hear it when they are free. */
export function toast(message: ReactNode, id?: string): void {
  notifications.show({ ...(id ? { id } : {}), message, role: 'status', ...frame() })
}

/** Says that something failed; screen readers hear it at once. */
export function toastError(message: ReactNode): void {
  notifications.show({ message, color: 'red', role: 'alert', ...frame(), autoClose: 10_000 })
}

/** What every message looks like; its button has a name in the language that is spoken now. */
export function frame() {
  return { withBorder: true, closeButtonProps: { 'aria-label': i18next.t('common:close') } }
}

/** Takes a message back. */
export function dropToast(id: string): void {
  notifications.hide(id)
}
