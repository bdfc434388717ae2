import type { Database, Logger } from '@anawim/db'
import type { ApiConfig } from './config.ts'

/** What the API is given by who starts it. It makes none of these itself. */
export interface ApiDeps {
  db: Database
  config: ApiConfig
  log: Logger
  /** Is everything else that shares this port serving? Part of `/ready`. */
  isReady?: () => boolean
  /** Where others in the network reach this server, such as `http://192.168.1.5:8000`; null: nowhere. */
  networkAddress?: (() => string | null) | undefined
  /** What else `/metrics` tells of this process. Counters have names that end with `_total`. */
  figures?: (() => readonly { name: string; help: string; value: number }[]) | undefined
}
