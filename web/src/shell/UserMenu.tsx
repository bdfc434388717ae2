import { Suspense } from 'react'
import { useUser } from '../session/use-session.ts'
import { UserButton } from './UserButton.tsx'
import { later } from '../ui/later.ts'

/** Menus bring the code that places them: it is loaded after the page shows. */
const LoadedUserMenu = later(async () => (await import('./LoadedUserMenu.tsx')).LoadedUserMenu)

/** Who is logged in, and what belongs to them. */
export function UserMenu() {
  const user = useUser()
  return (
    <Suspense fallback={<UserButton name={user.full_name} avatar={user.avatar} aria-disabled />}>
      <LoadedUserMenu />
    </Suspense>
  )
}
