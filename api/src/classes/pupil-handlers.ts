import type { PupilRow } from '@anawim/db'
import type { classRoutes, PupilSecret } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError, invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import { addressForOthers } from '../http/address-for-others.ts'
import { createPupilSecrets, printedCode } from './pupil-secrets.ts'

type PupilRoutes = Pick<typeof classRoutes, 'listPupils' | 'createPupils' | 'removePupil' | 'renewCodes'>

/** The students of a class: their accounts, and what they log in with. */
export function createPupilHandlers(deps: ApiDeps): HandlersOf<PupilRoutes> {
  const { db, config } = deps
  const secrets = createPupilSecrets(db, config.bcryptCost)

  async function renewed(pupil: PupilRow): Promise<PupilSecret> {
    const user = { id: pupil.userId, full_name: pupil.fullName }
    if (!pupil.hasCode) {
      const { password, hashed } = await secrets.password()
      await db.users.setPassword(pupil.userId, hashed, { mustChange: true })
      return { user, kind: 'password', secret: password }
    }
    const [made] = await secrets.codes(1)
    if (!made) throw new Error('no code was made')
    await db.pupils.setCode(pupil.userId, { key: made.code.key, hashedSecret: made.hashedSecret })
    return { user, kind: 'code', secret: printedCode(made.code) }
  }

  return {
    async listPupils({ params }) {
      const pupils = await db.pupils.list(params.id)
      const items = pupils.map(({ userId, fullName, hasCode, isActive }) => ({
        user: { id: userId, full_name: fullName },
        has_code: hasCode,
        is_active: isActive,
      }))
      return { items }
    },

    async createPupils({ params, body: { names } }) {
      const codes = await secrets.codes(names.length)
      const pupils = codes.map(({ code, hashedSecret }, place) => ({
        fullName: names[place] ?? '',
        key: code.key,
        hashedSecret,
      }))
      const made = await db.pupils.make(params.id, pupils)
      if (made === 'full') throw classFull()
      const items = made.map(({ userId, fullName }, place) => {
        const code = codes[place]?.code
        if (!code) throw new Error('more accounts than codes')
        return { user: { id: userId, full_name: fullName }, kind: 'code' as const, secret: printedCode(code) }
      })
      return { items, address: addressForOthers(deps) }
    },

    async removePupil({ params }) {
      if (!(await db.pupils.remove(params.id, params.userId))) throw notFound()
    },

    async renewCodes({ params, body }) {
      const pupils = new Map((await db.pupils.list(params.id)).map((pupil) => [pupil.userId, pupil]))
      const chosen = [...new Set(body.user_ids)].map((id) => pupils.get(id))
      if (!chosen.every((pupil) => pupil !== undefined)) throw invalidField('user_ids', 'somebody is not in this class')
      const items: PupilSecret[] = []
      for (const pupil of chosen) items.push(await renewed(pupil))
      return { items, address: addressForOthers(deps) }
    },
  }
}

export function classFull(): ApiError {
  return new ApiError('class_full', 'This class has as many students as it may have.')
}
