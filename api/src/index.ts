/**
 * The HTTP side: accounts, lessons, media, admin, and the built web app. Here belongs what speaks HTTP. Not here: SQL and
 * files (`@anawim/db`), who may what (`@anawim/lesson`), the canvas while it is edited (`@anawim/collab-server`).
 * What requests and answers are is the second face, `@anawim/api/contract`.
 */
export { apiConfigSchema, readApiConfig, type ApiConfig } from './config.ts'
export { createPasswords } from './auth/passwords.ts'
export { createApi, type Api } from './create-api.ts'
export type { ApiDeps } from './deps.ts'
export { ensureTemplates } from './templates/ensure-templates.ts'
export { ensureFirstAdmin, firstAdminConfigSchema, type FirstAdmin } from './users/ensure-first-admin.ts'
