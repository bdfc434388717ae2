import { authRoutes } from './auth.ts'
import { folderRoutes } from './folders.ts'
import { classShareRoutes } from './class-shares.ts'
import { classRoutes } from './classes.ts'
import { lessonRoutes } from './lesson-routes.ts'
import { linkRoutes } from './links.ts'
import { invitationRoutes } from './invitations.ts'
import { mailRoutes } from './mails.ts'
import { mediaUploadRoutes } from './media-uploads.ts'
import { mediaRoutes } from './media.ts'
import { memberRoutes } from './members.ts'
import { oidcRoutes } from './oidc.ts'
import { operationRoutes } from './operations.ts'
import { templateRoutes } from './template-routes.ts'
import { peopleRoutes } from './people.ts'
import { profileRoutes } from './profile.ts'
import { recoveryRoutes } from './recovery.ts'
import { userRoutes } from './users.ts'
import { versionRoutes } from './versions.ts'

/** Every route of the server, by the name that handlers and clients use. */
export const routes = {
  ...authRoutes,
  ...folderRoutes,
  ...recoveryRoutes,
  ...oidcRoutes,
  ...profileRoutes,
  ...invitationRoutes,
  ...mailRoutes,
  ...lessonRoutes,
  ...memberRoutes,
  ...classShareRoutes,
  ...linkRoutes,
  ...peopleRoutes,
  ...classRoutes,
  ...versionRoutes,
  ...templateRoutes,
  ...mediaUploadRoutes,
  ...mediaRoutes,
  ...userRoutes,
  ...operationRoutes,
}

export type Routes = typeof routes
export type RouteName = keyof Routes
