import { lazy } from 'react'

const pages = {
  admin: lazy(async () => ({ default: (await import('../admin/AdminPage.tsx')).AdminPage })),
  classes: lazy(async () => ({ default: (await import('../classes/ClassRoutes.tsx')).ClassRoutes })),
  library: lazy(async () => ({ default: (await import('../media/MediaPage.tsx')).MediaPage })),
  profile: lazy(async () => ({ default: (await import('../profile/ProfilePage.tsx')).ProfilePage })),
}

/** A page that is gone to now and then: what each is made of is listed here, and not in what every page loads. */
export function SidePage({ page }: { page: keyof typeof pages }) {
  const Page = pages[page]
  return <Page />
}
