/**
 * The contract of the API: the one definition of its requests, answers and who may ask. Server, OpenAPI and the web's
 * client all read it. It imports zod and `@anawim/lesson`, nothing else of ours; no Express, no SQL.
 */
export * from './auth.ts'
export * from './class-shares.ts'
export * from './classes.ts'
export * from './errors.ts'
export * from './lesson-routes.ts'
export * from './lessons.ts'
export * from './links.ts'
export * from './media.ts'
export * from './members.ts'
export * from './operations.ts'
export * from './people.ts'
export * from './route.ts'
export * from './routes.ts'
export * from './users.ts'
export * from './values.ts'
export * from './versions.ts'
