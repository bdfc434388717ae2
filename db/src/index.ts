/**
 * The database: everything that is kept, and the only place that knows SQL. Here belong migrations, stores, events over
 * LISTEN/NOTIFY, signed tokens, locks, uploaded files, backups and the logger. Not here: HTTP, sockets, who may what (that is
 * `judge` in `@anawim/lesson`; the lists mirror it), and how a lesson looks. The embedded PostgreSQL is a second face,
 * `@anawim/db/embedded`; the harness for tests a third, `@anawim/db/testing`.
 */
export { DatabaseAwayError } from './away.ts'
export { backUp, type BackUpOptions, type BackupSummary } from './backup/back-up.ts'
export { BackupError } from './backup/backup-error.ts'
export { restore, type RestoreOptions } from './backup/restore.ts'
export type { BlobStore, S3Settings } from './blobs/blob-store.ts'
export { createBlobStore } from './blobs/open-blobs.ts'
export { dbConfigSchema, publicUrlSchema, readDbConfig, s3Of, smtpUrlSchema, type DbConfig } from './config.ts'
export { openDatabase, type Database, type DatabaseOptions } from './database.ts'
export { ConfigError, readEnvironment } from './environment.ts'
export type { AnawimEvent, Events } from './events.ts'
export type { Locks } from './locks.ts'
export { createLogger, type Logger } from './logger.ts'
export { migrate, NewerDatabaseError } from './migrate.ts'
export { openDatabaseFromEnvironment } from './open-from-environment.ts'
export { createPace } from './pace.ts'
export { readerVersion } from './reader-version.ts'
export type { ClassShareStore, SharedClass } from './stores/class-share-store.ts'
export type { ClassRow, ClassStore } from './stores/class-store.ts'
export type { ClientStore, LessonClient, StoredClient } from './stores/client-store.ts'
export type { FolderRow, FolderStore, PlaceChange } from './stores/folder-store.ts'
export type { MadeCanvas } from './stores/insert-lesson.ts'
export { lessonPlaces, type LessonPlace } from './stores/lesson-places.ts'
export { lessonSorts, type LessonQuery, type LessonSort, type ListedLesson } from './stores/lesson-query.ts'
export type { StampedFacts } from './stores/lesson-facts.ts'
export type { Identity, IdentityStore } from './stores/identity-store.ts'
export { NO_PASSWORD, type NewUser } from './stores/insert-user.ts'
export type { InvitationRow, InvitationStore } from './stores/invitation-store.ts'
export type { LessonRow } from './stores/lesson-row.ts'
export type { LessonDetails, LessonStore, LessonWithContent, NewLesson } from './stores/lesson-store.ts'
export type { LinkRow, LinkStore, NewLink } from './stores/link-store.ts'
export { mediaTypes, type MediaRow, type MediaType } from './stores/media-row.ts'
export type { MediaQuery, MediaStore, NewMedia } from './stores/media-store.ts'
export type { LessonMember, MemberStore } from './stores/member-store.ts'
export type { FoundPerson, PeopleStore } from './stores/people-store.ts'
export { newPupilCode, readPupilCode, type PupilCode, type PupilRow, type PupilStore } from './stores/pupil-store.ts'
export type { MailRow, MailStore } from './stores/mail-store.ts'
export type { PasswordResetStore } from './stores/password-reset-store.ts'
export type { QuarantinedRow, QuarantinedUpdate, QuarantineStore } from './stores/quarantine-store.ts'
export type { SecretStore } from './stores/secret-store.ts'
export type { ListedSession, SessionStore } from './stores/session-store.ts'
export {
  CompactionConflictError,
  type Compaction,
  type LoadedLog,
  type NewUpdate,
  type UpdateLog,
} from './stores/update-log.ts'
export type { PackedSnapshot, SnapshotStore } from './stores/snapshot-store.ts'
export {
  templateCategories,
  templateLanguages,
  type TemplateCategory,
  type TemplateLanguage,
  type TemplateRow,
  type TemplateState,
} from './stores/template-row.ts'
export type { NewTemplate, ShippedTemplate, TemplateStore } from './stores/template-store.ts'
export type { StoredStates, VersionPerson, VersionRow } from './stores/version-row.ts'
export type { VersionStore } from './stores/version-store.ts'
export type { UserRow, UserStore } from './stores/user-store.ts'
export type { Upkeep } from './upkeep.ts'
export type { Bearer, LinkBearer, Tokens } from './tokens.ts'
