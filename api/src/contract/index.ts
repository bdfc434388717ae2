/**
 * The contract of the API: the one definition of its requests, answers and who may ask. Server, OpenAPI and the web's
 * client all read it. It imports zod and `@anawim/lesson`, nothing else of ours; no Express, no SQL.
 */
export * from './auth.ts'
export * from './errors.ts'
export * from './folders.ts'
export * from './invitations.ts'
export * from './lesson-routes.ts'
export * from './lessons.ts'
export * from './mails.ts'
export * from './media.ts'
export * from './members.ts'
export * from './oidc.ts'
export * from './operations.ts'
export * from './profile.ts'
export * from './recovery.ts'
export * from './route.ts'
export * from './routes.ts'
export * from './template-routes.ts'
export * from './templates.ts'
export * from './users.ts'
export * from './values.ts'
export * from './versions.ts'
