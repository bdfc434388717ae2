import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'

/** Says at the foot of the window that something was done; screen readers hear it when they are free. */
export function toast(message: ReactNode, id?: string): void {
  notifications.show({ ...(id ? { id } : {}), message, role: 'status', withBorder: true })
}

/** Says that something failed; screen readers hear it at once. */
export function toastError(message: ReactNode): void {
  notifications.show({ message, color: 'red', role: 'alert', withBorder: true, autoClose: 10_000 })
}

/** Takes a message back. */
export function dropToast(id: string): void {
  notifications.hide(id)
}
