/**
 * The sockets: Hocuspocus for editors, Socket.IO for viewers and notifications, the log behind them, and the JSON of
 * lessons that follows from it. Not here: HTTP routes (`api`), SQL (`@anawim/db`), what a lesson is (`@anawim/lesson`).
 */
export { collabEnvironment, readCollabConfig, type CollabConfig } from './config.ts'
export { createCollab, type Collab, type CollabDeps } from './create-collab.ts'
export type { Figure } from './figures.ts'
export { AlreadyServedError } from './lock/lock-keeper.ts'
