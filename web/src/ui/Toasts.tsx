import { Notifications } from '@mantine/notifications'

/** Where messages appear (`toast.ts`): at the foot of the window, three at most. */
export function Toasts() {
  return <Notifications position="bottom-center" autoClose={6_000} limit={3} />
}
