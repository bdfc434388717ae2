import type { LinkRow } from '@anawim/db'
import { judgeLinkHolder } from '@anawim/lesson'
import type { Link, linkRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { addressForOthers } from '../http/address-for-others.ts'
import { addressOf } from '../http/address-of.ts'
import { ApiError, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import type { RateLimits } from '../limits/rate-limits.ts'

/** Links for viewing: making and taking back, and opening one without an account. Sockets hear of what is taken back. */
export function createLinkHandlers(deps: ApiDeps, limits: RateLimits): HandlersOf<typeof linkRoutes> {
  const { db } = deps
  return {
    async listLinks({ params }) {
      return { items: (await db.links.list(params.id)).map(presentLink) }
    },

    async createLink({ login, params, body }) {
      const { days, with_code: withCode } = body
      const made = await db.links.create({ lessonId: params.id, createdBy: login.person.id, days, withCode })
      if (made === 'too_many') throw new ApiError('too_many_links', 'This lesson has as many links as it may have.')
      const { link, secret, code } = made
      // After the `#`, which no browser sends: the secret reaches no log and no proxy.
      return { link: presentLink(link), path: `/l/#${secret}`, secret, code, address: addressForOthers(deps) }
    },

    async removeLink({ params }) {
      if (!(await db.links.remove(params.id, params.linkId))) throw notFound()
    },

    async openLink({ body: { secret, code }, req }) {
      const link = await db.links.bySecret(secret)
      const [facts, row] = link
        ? await Promise.all([db.lessons.facts(link.lessonId), db.lessons.byId(link.lessonId)])
        : []
      if (!link || !facts || !row) throw notFound()
      const holder = { linkId: link.id, lessonId: link.lessonId }
      if (judgeLinkHolder(holder, 'read', link.lessonId, facts) !== 'allowed') throw notFound()
      if (link.hasCode) {
        if (!code) throw new ApiError('code_needed', 'Type the code that goes with the link.')
        await limits.code(`link ${link.id}`, addressOf(req.ip), async () => {
          if (!(await db.links.isCode(link, secret, code))) throw new ApiError('wrong_code', 'The code is wrong.')
        })
      }
      const { token, expiresIn } = await db.tokens.signLink(link)
      return { token, expires_in: expiresIn, lesson_id: link.lessonId, title: row.title }
    },
  }
}

function presentLink({ id, hasCode, createdAt, expiresAt }: LinkRow): Link {
  return { id, has_code: hasCode, created_at: createdAt.toISOString(), expires_at: expiresAt.toISOString() }
}
