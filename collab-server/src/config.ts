/** The environment of the collab server: one schema, from which the checks at start and the documentation come. */
import { readEnvironment } from '@anawim/db'
import { z } from 'zod'

const milliseconds = (fallback: number) => z.coerce.number().int().min(1).max(86_400_000).default(fallback)
const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback)

const originsSchema = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )

export const collabEnvironment = z.object({
  ALLOWED_ORIGINS: originsSchema.describe(
    'Origins besides our own that may open sockets, separated by commas, such as https://school.example.',
  ),
  COLLAB_FRAME_BYTES: count(33 * 1024 * 1024).describe('Largest frame that an editor may send, in bytes.'),
  COLLAB_STRANGER_BYTES: count(1024 * 1024).describe(
    'Bytes that an editor connection may send before its token is accepted.',
  ),
  COLLAB_FRAMES_PER_SECOND: count(500).describe(
    'Frames a second that an editor connection may send in the long run; what comes sooner waits.',
  ),
  COLLAB_BYTES_PER_SECOND: count(4 * 1024 * 1024).describe(
    'Bytes a second that an editor connection may send in the long run; what comes sooner waits.',
  ),
  COLLAB_BURST_MS: milliseconds(10_000).describe('For how long that allowance can be saved up and used at once.'),
  COLLAB_CONNECTIONS_PER_PERSON: count(5).describe(
    'All editor connections of one person together may send what so many are allowed.',
  ),
  COLLAB_UPDATE_BYTES: count(32 * 1024 * 1024).describe(
    'Largest single update of a lesson that is accepted, in bytes: what a long time offline may bring at once.',
  ),
  COLLAB_DOCUMENT_BYTES: count(64 * 1024 * 1024).describe(
    'Bytes of one lesson from which nothing is added to it any more; what is deleted makes room when it is compacted.',
  ),
  COLLAB_CLIENT_IDS: count(32).describe('New Yjs client ids under which one editor connection may write.'),
  COLLAB_CARRIED_IDS: count(1_000).describe(
    'Client ids of others of which one editor connection may bring what the server has lost.',
  ),
  COLLAB_DOCUMENT_CLIENT_IDS: count(20_000).describe('Client ids that may have written in one lesson.'),
  COLLAB_CLAIM_MS: milliseconds(1_000).describe(
    'How long the first edit under a new client id may wait until it is durable whose it is.',
  ),
  COLLAB_CLIENT_DAYS: count(30).describe(
    'Days after which it is forgotten whose a Yjs client id is under which nothing was ever written.',
  ),
  COLLAB_QUARANTINE_ROWS: count(100).describe('Refused updates kept of each lesson, person and code; the oldest go.'),
  COLLAB_QUARANTINE_BYTES: count(1024 * 1024).describe(
    'Largest refused update whose bytes are kept; of larger ones it is kept that they were.',
  ),
  COLLAB_PRESENCE_BYTES: count(64 * 1024).describe('Largest presence message that an editor may send, in bytes.'),
  COLLAB_BUFFERED_BYTES: count(64 * 1024 * 1024).describe(
    'An editor that has this many unread bytes waiting is dropped; it comes back and catches up.',
  ),
  COLLAB_LESSONS_PER_EDITOR_SOCKET: count(10).describe('Lessons that one editor connection may have open.'),
  COLLAB_AUTH_MS: milliseconds(10_000).describe('Time that a new editor connection has to present its token.'),
  COLLAB_IDLE_MS: milliseconds(90_000).describe('An editor connection that answers nothing for this long is closed.'),
  COLLAB_PING_MS: milliseconds(30_000).describe('How often an editor connection is asked whether it is still there.'),
  COLLAB_RENEW_BEFORE_MS: milliseconds(60_000).describe(
    'How long before its end a collab token is asked to be renewed.',
  ),
  COLLAB_EXPIRY_GRACE_MS: milliseconds(2_000).describe(
    'How long after its end a token that was not renewed is endured.',
  ),
  COLLAB_FLUSH_MS: milliseconds(34).describe(
    'Least time between two writes of edits and presence to one editor. Only a busy server delays a lone edit, by as much.',
  ),
  COLLAB_SAVED_MS: milliseconds(100).describe('Least time between two `saved` messages to one editor.'),
  COLLAB_GATHER_MS: milliseconds(30).describe(
    'How long an edit waits for others to be committed with, when its maker was told of one within COLLAB_SAVED_MS.',
  ),
  COLLAB_LOAD_MS: milliseconds(15_000).describe('Time that loading a lesson from the database may take.'),
  COLLAB_HOOK_MS: milliseconds(20_000).describe(
    'Time that any step of an editor coming, sending or leaving may take before its connection is closed.',
  ),
  COLLAB_COMMIT_SLOW_MS: milliseconds(1_500).describe('A commit that takes longer is told to editors as not saved.'),
  COLLAB_COMMIT_TIMEOUT_MS: milliseconds(20_000).describe('A commit that takes longer is tried again.'),
  COLLAB_RETRY_MIN_MS: milliseconds(100).describe('First delay between tries of what the database refused.'),
  COLLAB_RETRY_MAX_MS: milliseconds(2_000).describe('Longest delay between tries of what the database refused.'),
  COLLAB_BATCH_ROWS: count(500).describe('Updates that one statement appends to the log at most.'),
  COLLAB_BATCH_BYTES: count(8 * 1024 * 1024).describe('Bytes that one statement appends to the log at about most.'),
  COLLAB_BUSY_UPDATES: count(1_000).describe(
    'Updates a second, of all lessons together, from which the server counts as busy and gathers what it writes.',
  ),
  COLLAB_BUSY_COMMIT_MS: milliseconds(15).describe('How long a busy server gathers updates between two commits.'),
  COLLAB_HOLD_MS: milliseconds(100).describe(
    'How long acknowledgements, and `saved` on a busy server, may wait for something else that leaves to the same editor.',
  ),
  COLLAB_QUEUED_ROWS: count(500).describe(
    'Updates of one lesson that may wait for the database before they are merged into one.',
  ),
  COLLAB_PROJECTION_MS: milliseconds(500).describe(
    'Quiet time after an edit before the JSON of the lesson is written.',
  ),
  COLLAB_PROJECTION_MAX_MS: milliseconds(1_500).describe('Longest time that unbroken editing delays that JSON.'),
  COLLAB_BUSY_PROJECTION_MS: milliseconds(5_000).describe('The same on a busy server.'),
  COLLAB_COMPACT_ROWS: count(1_000).describe('Updates in the log of an open lesson before they are merged.'),
  COLLAB_READER_MS: milliseconds(30_000).describe(
    'Time that the thread which reads open lessons has for one answer; after that it is started again.',
  ),
  COLLAB_SHUTDOWN_MS: milliseconds(8_000).describe('Time that a stopping server has to commit what it holds.'),
  COLLAB_LOCK_WAIT_MS: milliseconds(15_000).describe('How long a second collab server waits for the first to leave.'),
  COLLAB_LOCK_RETRY_MS: milliseconds(250).describe('How often it tries meanwhile.'),
  VIEWER_FRAME_BYTES: count(64 * 1024).describe('Largest message that a viewer may send, in bytes.'),
  VIEWER_LESSONS_PER_SOCKET: count(10).describe('Lessons that one viewer connection may watch.'),
  VIEWER_QUESTIONS_PER_SECOND: count(20).describe(
    'What one viewer connection may ask in a second; more of it waits its turn.',
  ),
  VIEWER_PATCH_MS: milliseconds(150).describe('Least time between two patches of one lesson to its viewers.'),
  VIEWER_MOTION_MS: milliseconds(100).describe(
    'Least time between two messages of gestures in progress to the viewers of one lesson. A very big class gets fewer.',
  ),
  VIEWER_CROWD: count(400).describe(
    'Viewers of one lesson from which patches come less often: at twice as many half as often, twice a second at least.',
  ),
  VIEWER_BUFFERED_BYTES: count(8 * 1024 * 1024).describe(
    'A viewer that has this much unread waiting is dropped; it comes back and catches up.',
  ),
  VIEWER_HISTORY: count(200).describe('Recent versions of a watched lesson from which a viewer can catch up.'),
  VIEWER_FORGET_MS: milliseconds(60_000).describe('How long the versions of a lesson that nobody watches are kept.'),
  VIEWER_LISTS_MS: milliseconds(5_000).describe(
    'Least time between two notices that an edited lesson moved in the lists.',
  ),
  VIEWER_ACTIVITY_MS: milliseconds(1_500).describe(
    'How often admins who look at it are told who edits and watches what, when that has changed.',
  ),
})

const renamed = {
  ALLOWED_ORIGINS: 'allowedOrigins',
  COLLAB_FRAME_BYTES: 'frameBytes',
  COLLAB_STRANGER_BYTES: 'strangerBytes',
  COLLAB_FRAMES_PER_SECOND: 'framesPerSecond',
  COLLAB_BYTES_PER_SECOND: 'bytesPerSecond',
  COLLAB_BURST_MS: 'burstMs',
  COLLAB_CONNECTIONS_PER_PERSON: 'connectionsPerPerson',
  COLLAB_UPDATE_BYTES: 'updateBytes',
  COLLAB_DOCUMENT_BYTES: 'documentBytes',
  COLLAB_CLIENT_IDS: 'clientIdsPerConnection',
  COLLAB_CARRIED_IDS: 'carriedIdsPerConnection',
  COLLAB_DOCUMENT_CLIENT_IDS: 'documentClientIds',
  COLLAB_CLAIM_MS: 'claimMs',
  COLLAB_CLIENT_DAYS: 'clientDays',
  COLLAB_QUARANTINE_ROWS: 'quarantineRows',
  COLLAB_QUARANTINE_BYTES: 'quarantineBytes',
  COLLAB_PRESENCE_BYTES: 'presenceBytes',
  COLLAB_BUFFERED_BYTES: 'bufferedBytes',
  COLLAB_LESSONS_PER_EDITOR_SOCKET: 'lessonsPerEditorSocket',
  COLLAB_AUTH_MS: 'authMs',
  COLLAB_IDLE_MS: 'idleMs',
  COLLAB_PING_MS: 'pingMs',
  COLLAB_RENEW_BEFORE_MS: 'renewBeforeMs',
  COLLAB_EXPIRY_GRACE_MS: 'expiryGraceMs',
  COLLAB_FLUSH_MS: 'flushMs',
  COLLAB_SAVED_MS: 'savedMs',
  COLLAB_GATHER_MS: 'gatherMs',
  COLLAB_LOAD_MS: 'loadMs',
  COLLAB_HOOK_MS: 'hookMs',
  COLLAB_COMMIT_SLOW_MS: 'commitSlowMs',
  COLLAB_COMMIT_TIMEOUT_MS: 'commitTimeoutMs',
  COLLAB_RETRY_MIN_MS: 'retryMinMs',
  COLLAB_RETRY_MAX_MS: 'retryMaxMs',
  COLLAB_BATCH_ROWS: 'batchRows',
  COLLAB_BATCH_BYTES: 'batchBytes',
  COLLAB_BUSY_UPDATES: 'busyUpdates',
  COLLAB_BUSY_COMMIT_MS: 'busyCommitMs',
  COLLAB_HOLD_MS: 'holdMs',
  COLLAB_QUEUED_ROWS: 'queuedRows',
  COLLAB_PROJECTION_MS: 'projectionMs',
  COLLAB_PROJECTION_MAX_MS: 'projectionMaxMs',
  COLLAB_BUSY_PROJECTION_MS: 'busyProjectionMs',
  COLLAB_COMPACT_ROWS: 'compactRows',
  COLLAB_READER_MS: 'readerMs',
  COLLAB_SHUTDOWN_MS: 'shutdownMs',
  COLLAB_LOCK_WAIT_MS: 'lockWaitMs',
  COLLAB_LOCK_RETRY_MS: 'lockRetryMs',
  VIEWER_FRAME_BYTES: 'viewerFrameBytes',
  VIEWER_LESSONS_PER_SOCKET: 'lessonsPerViewerSocket',
  VIEWER_QUESTIONS_PER_SECOND: 'viewerQuestionsPerSecond',
  VIEWER_PATCH_MS: 'patchMs',
  VIEWER_MOTION_MS: 'motionMs',
  VIEWER_CROWD: 'crowd',
  VIEWER_BUFFERED_BYTES: 'viewerBufferedBytes',
  VIEWER_HISTORY: 'history',
  VIEWER_FORGET_MS: 'forgetMs',
  VIEWER_LISTS_MS: 'listsMs',
  VIEWER_ACTIVITY_MS: 'activityMs',
} as const satisfies { [Name in keyof CollabEnvironment]: string }

type CollabEnvironment = z.output<typeof collabEnvironment>

/** Lengths in bytes, times in milliseconds. Each is described in `collabEnvironment`. */
export type CollabConfig = {
  -readonly [Name in keyof typeof renamed as (typeof renamed)[Name]]: CollabEnvironment[Name]
}

/** Reads and checks it; throws a ConfigError that lists everything that is wrong. Empty variables count as not set. */
export function readCollabConfig(env: Record<string, string | undefined>): CollabConfig {
  const values = readEnvironment(collabEnvironment, env)
  const entries = Object.entries(renamed).map(([name, key]) => [key, values[name as keyof CollabEnvironment]])
  return Object.fromEntries(entries) as CollabConfig
}
