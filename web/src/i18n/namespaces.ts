/** The areas that texts are filed under, one JSON file each and language. The types say what each holds, so that a key that does not exist does not compile. */
import type admin from '../locales/vi/admin.json'
import type auth from '../locales/vi/auth.json'
import type commands from '../locales/vi/commands.json'
import type common from '../locales/vi/common.json'
import type dashboard from '../locales/vi/dashboard.json'
import type editor from '../locales/vi/editor.json'
import type errors from '../locales/vi/errors.json'
import type format from '../locales/vi/format.json'
import type media from '../locales/vi/media.json'
import type pages from '../locales/vi/pages.json'
import type people from '../locales/vi/people.json'
import type player from '../locales/vi/player.json'
import type profile from '../locales/vi/profile.json'
import type versions from '../locales/vi/versions.json'
import type viewer from '../locales/vi/viewer.json'

export interface Texts {
  common: typeof common
  auth: typeof auth
  dashboard: typeof dashboard
  admin: typeof admin
  editor: typeof editor
  commands: typeof commands
  format: typeof format
  media: typeof media
  pages: typeof pages
  people: typeof people
  player: typeof player
  profile: typeof profile
  versions: typeof versions
  viewer: typeof viewer
  errors: typeof errors
}

export type Namespace = keyof Texts

export const namespaces = [
  'common',
  'auth',
  'dashboard',
  'admin',
  'editor',
  'commands',
  'format',
  'media',
  'pages',
  'people',
  'player',
  'profile',
  'versions',
  'viewer',
  'errors',
] as const satisfies readonly Namespace[]
