/** What an operator watches of the sockets. Nothing in it says anything of a person. */
import type { EditorSession } from './editors/editor-session.ts'
import type { UpdateWriter } from './log/update-writer.ts'
import type { Reader } from './reading/reader.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { Viewers } from './viewers/viewers.ts'

export interface Figure {
  /** As Prometheus calls it; counters end with `_total`. */
  name: string
  help: string
  value: number
}

export interface Watched {
  rooms: Pick<Rooms, 'all' | 'tally'>
  sessions: ReadonlySet<EditorSession>
  writer: Pick<UpdateWriter, 'pendingCount' | 'done' | 'isRetrying'>
  viewers: Pick<Viewers, 'count'>
  reader: Pick<Reader, 'epoch'>
}

export function collabFigures({ rooms, sessions, writer, viewers, reader }: Watched): Figure[] {
  const { evicted, refused } = rooms.tally
  return [
    figure('open_lessons', 'Lessons that are open in an editor.', rooms.all().length),
    figure('editors', 'Lessons that editors have open, each of them counted.', sessions.size),
    figure('viewers', 'Connections of viewers.', viewers.count()),
    figure('queued_updates', 'Updates that wait for their commit.', writer.pendingCount),
    figure('retrying', 'Whether commits fail now: 1, else 0.', writer.isRetrying ? 1 : 0),
    figure('commits_total', 'Statements that were committed to the log.', writer.done.commits),
    figure('committed_updates_total', 'Updates that were committed to the log.', writer.done.rows),
    figure('refused_updates_total', 'Updates that were refused.', refused),
    figure('evictions_total', 'Documents that were thrown away and built anew.', evicted),
    figure('reading_thread_restarts_total', 'Times that the reading thread died or hung.', reader.epoch - 1),
  ]
}

function figure(name: string, help: string, value: number): Figure {
  return { name: `anawim_collab_${name}`, help, value }
}
