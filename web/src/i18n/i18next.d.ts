import 'i18next'
import type { Namespace, Texts } from './namespaces.ts'

/** The texts of one namespace under their whole names: `auth:login.title`. */
type WithPrefix<N extends Namespace> = { [K in keyof Texts[N] as `${N}:${K & string}`]: Texts[N][K] }

/**
 * Every text under its whole name. i18next's types know whole names only for lists of namespaces; as the type of a
 * namespace that all fall back to (there is none at run time) they are known everywhere.
 */
type WholeNames = WithPrefix<'common'> &
  WithPrefix<'auth'> &
  WithPrefix<'dashboard'> &
  WithPrefix<'admin'> &
  WithPrefix<'editor'> &
  WithPrefix<'format'> &
  WithPrefix<'media'> &
  WithPrefix<'pages'> &
  WithPrefix<'people'> &
  WithPrefix<'player'> &
  WithPrefix<'profile'> &
  WithPrefix<'versions'> &
  WithPrefix<'viewer'> &
  WithPrefix<'errors'>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    fallbackNS: 'wholeNames'
    resources: Texts & { wholeNames: WholeNames }
    returnNull: false
  }
}
