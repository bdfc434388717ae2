import { randomBytes } from 'node:crypto'
import type { Knex } from 'knex'
import { asAway, withAway } from './away.ts'
import type { BlobStore, S3Settings } from './blobs/blob-store.ts'
import { createBlobStore } from './blobs/open-blobs.ts'
import { connect } from './connect.ts'
import { listen, type Events } from './events.ts'
import { createLocks, type Locks } from './locks.ts'
import type { Logger } from './logger.ts'
import { createClassShareStore, type ClassShareStore } from './stores/class-share-store.ts'
import { createClassStore, type ClassStore } from './stores/class-store.ts'
import { createClientStore, type ClientStore } from './stores/client-store.ts'
import { createFolderStore, type FolderStore } from './stores/folder-store.ts'
import { createIdentityStore, type IdentityStore } from './stores/identity-store.ts'
import { createInvitationStore, type InvitationStore } from './stores/invitation-store.ts'
import { createLessonStore, type LessonStore } from './stores/lesson-store.ts'
import { createLinkStore, type LinkStore } from './stores/link-store.ts'
import { createMediaStore, type MediaStore } from './stores/media-store.ts'
import { createMemberStore, type MemberStore } from './stores/member-store.ts'
import { createPeopleStore, type PeopleStore } from './stores/people-store.ts'
import { createPupilStore, type PupilStore } from './stores/pupil-store.ts'
import { createMailStore, type MailStore } from './stores/mail-store.ts'
import { createPasswordResetStore, type PasswordResetStore } from './stores/password-reset-store.ts'
import { createQuarantineStore, type QuarantineStore } from './stores/quarantine-store.ts'
import { createSecretStore, type SecretStore } from './stores/secret-store.ts'
import { createSessionStore, type SessionStore } from './stores/session-store.ts'
import { createSnapshotStore, type SnapshotStore } from './stores/snapshot-store.ts'
import { createTemplateStore, type TemplateStore } from './stores/template-store.ts'
import { createUpdateLog, type UpdateLog } from './stores/update-log.ts'
import { createVersionStore, type VersionStore } from './stores/version-store.ts'
import { createUserStore, type UserStore } from './stores/user-store.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** Everything that is kept, made once and handed to whoever needs it. When it is away, calls throw DatabaseAwayError. */
export interface Database {
  /** For this folder alone; everybody else calls stores. */
  knex: Knex
  users: UserStore
  sessions: SessionStore
  passwordResets: PasswordResetStore
  invitations: InvitationStore
  identities: IdentityStore
  mails: MailStore
  lessons: LessonStore
  members: MemberStore
  people: PeopleStore
  links: LinkStore
  classes: ClassStore
  classShares: ClassShareStore
  pupils: PupilStore
  updates: UpdateLog
  clients: ClientStore
  quarantine: QuarantineStore
  snapshots: SnapshotStore
  versions: VersionStore
  folders: FolderStore
  templates: TemplateStore
  media: MediaStore
  secrets: SecretStore
  events: Events
  blobs: BlobStore
  tokens: Tokens
  locks: Locks
  upkeep: Upkeep
  /** Throws when the database is away. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface DatabaseOptions {
  url: string
  /** Uploaded files are under `media` in it. */
  dataDir: string
  /** Uploaded files are in this bucket instead. */
  s3?: S3Settings | null | undefined
  log: Logger
  poolMax?: number | undefined
  /** When it is not given, one is made once and kept in the database. */
  jwtSecret?: string | undefined
  accessTokenSeconds?: number | undefined
  collabTokenSeconds?: number | undefined
  refreshTokenDays?: number | undefined
  /** Least time between two versions that compacting keeps of a lesson. */
  versionMinutes?: number | undefined
}

/** Opens a database that has been migrated. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataDir, log, poolMax = 10 } = options
  const knex = connect(url, 'stores', { poolMax, statementTimeout: 30_000 })
  // The log has connections of its own, so that no list or search can keep an edit from being saved.
  const logKnex = connect(url, 'log', { poolMax: 3, statementTimeout: 10_000 })
  try {
    const secrets = withAway(createSecretStore(knex))
    const secret = options.jwtSecret ?? (await secrets.ensure('jwt', () => randomBytes(48).toString('base64url')))
    const events = await listen(url, log)
    const users = withAway(createUserStore(knex))
    const links = withAway(createLinkStore(knex))
    return {
      knex,
      users,
      sessions: withAway(createSessionStore(knex, secret, options.refreshTokenDays ?? 30)),
      passwordResets: withAway(createPasswordResetStore(knex)),
      invitations: withAway(createInvitationStore(knex)),
      identities: withAway(createIdentityStore(knex)),
      mails: withAway(createMailStore(knex)),
      lessons: withAway(createLessonStore(knex)),
      members: withAway(createMemberStore(knex)),
      people: withAway(createPeopleStore(knex)),
      links,
      classes: withAway(createClassStore(knex)),
      classShares: withAway(createClassShareStore(knex)),
      pupils: withAway(createPupilStore(knex)),
      updates: withAway(createUpdateLog(logKnex, options.versionMinutes ?? 10)),
      clients: withAway(createClientStore(logKnex)),
      quarantine: withAway(createQuarantineStore(knex)),
      snapshots: withAway(createSnapshotStore(knex)),
      versions: withAway(createVersionStore(knex)),
      folders: withAway(createFolderStore(knex)),
      templates: withAway(createTemplateStore(knex)),
      media: withAway(createMediaStore(knex)),
      secrets,
      events,
      blobs: await createBlobStore(dataDir, options.s3),
      tokens: createTokens(secret, users, links, {
        accessTokenSeconds: options.accessTokenSeconds ?? 900,
        collabTokenSeconds: options.collabTokenSeconds ?? 600,
      }),
      locks: withAway(createLocks(url)),
      upkeep: withAway(createUpkeep(knex, url)),
      async ping() {
        try {
          await knex.raw('SELECT 1')
        } catch (error) {
          throw asAway(error)
        }
      },
      async close() {
        await events.close()
        await Promise.all([knex.destroy(), logKnex.destroy()])
      },
    }
  } catch (error) {
    await Promise.all([knex.destroy(), logKnex.destroy()])
    throw asAway(error)
  }
}
