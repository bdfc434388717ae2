import type { LinkHolder, Person } from '@anawim/lesson'
import { jwtVerify, SignJWT, type JWTPayload } from 'jose'
import type { LinkRow, LinkStore } from './stores/link-store.ts'
import type { UserRow, UserStore } from './stores/user-store.ts'

/** Who a valid token speaks for. */
export interface Bearer {
  person: Person
  fullName: string
  expiresAt: Date
}

/** What a link's token speaks for: no person, one lesson. */
export interface LinkBearer {
  holder: LinkHolder
  expiresAt: Date
}

/** Signed tokens: HS256, nothing else, issuer `anawim`. */
export interface Tokens {
  secret(): string
  /** `aud` api. `expiresIn` in seconds. */
  signAccess(user: UserRow): Promise<{ token: string; expiresIn: number }>
  /** Judges the signature and the account: it must be active, and not have ended its tokens since. */
  verifyAccess(token: string): Promise<Bearer | null>
  /** `aud` collab: one person, one lesson. `ver` is the account's `tokenVersion`; `schemaVersion` what the page said that it writes. */
  signCollab(claims: {
    userId: number
    lessonId: number
    ver: number
    schemaVersion?: number | undefined
  }): Promise<{ token: string; expiresIn: number }>
  /** `schemaVersion` is null when the page did not say. */
  verifyCollab(
    token: string,
  ): Promise<(Bearer & { userId: number; lessonId: number; schemaVersion: number | null }) | null>
  /** `aud` link: the bearer of a link, for one lesson; as long as an access token, and no longer than the link. */
  signLink(link: LinkRow): Promise<{ token: string; expiresIn: number }>
  /** Judges the signature and the link: it must still be there. */
  verifyLink(token: string): Promise<LinkBearer | null>
}

const ISSUER = 'anawim'
const ALGORITHM = 'HS256'
type Audience = 'api' | 'collab' | 'link'

/** Tokens whose signature is known to be good; the oldest are forgotten. */
const REMEMBERED = 5_000

export interface TokenLives {
  accessTokenSeconds: number
  collabTokenSeconds: number
}

export function createTokens(secret: string, users: UserStore, links: LinkStore, lives: TokenLives): Tokens {
  const key = new TextEncoder().encode(secret)

  const sign = (audience: Audience, subject: number, seconds: number, claims: Record<string, unknown>) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setSubject(String(subject))
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(key)

  const known = {
    api: new Map<string, JWTPayload>(),
    collab: new Map<string, JWTPayload>(),
    link: new Map<string, JWTPayload>(),
  }

  /** The claims of a token that we signed for this audience and that has not ended; null for any other string. */
  async function read(audience: Audience, token: string): Promise<JWTPayload | null> {
    const before = known[audience].get(token)
    // What was signed stays signed: only its end must be looked at again.
    if (before) return Number(before.exp) > Math.floor(Date.now() / 1000) ? before : null
    try {
      const options = { algorithms: [ALGORITHM], issuer: ISSUER, audience, requiredClaims: ['exp', 'sub'] }
      const { payload } = await jwtVerify(token, key, options)
      remember(known[audience], token, payload)
      return payload
    } catch {
      return null
    }
  }

  async function verify(audience: Audience, token: string) {
    const claims = await read(audience, token)
    if (!claims) return null
    const user = await users.byId(Number(claims.sub))
    if (!user?.isActive || user.tokenVersion !== claims.ver) return null
    const person: Person = { id: user.id, role: user.role, isActive: user.isActive }
    return { claims, bearer: { person, fullName: user.fullName, expiresAt: new Date(Number(claims.exp) * 1000) } }
  }

  return {
    secret: () => secret,

    async signAccess({ id, role, tokenVersion }) {
      const expiresIn = lives.accessTokenSeconds
      return { token: await sign('api', id, expiresIn, { role, ver: tokenVersion }), expiresIn }
    },

    async verifyAccess(token) {
      return (await verify('api', token))?.bearer ?? null
    },

    async signCollab({ userId, lessonId, ver, schemaVersion }) {
      const expiresIn = lives.collabTokenSeconds
      return {
        token: await sign('collab', userId, expiresIn, { lesson: lessonId, ver, schema: schemaVersion }),
        expiresIn,
      }
    },

    async verifyCollab(token) {
      const verified = await verify('collab', token)
      if (!verified || typeof verified.claims.lesson !== 'number') return null
      const { lesson: lessonId, schema } = verified.claims
      const schemaVersion = typeof schema === 'number' ? schema : null
      return { ...verified.bearer, userId: verified.bearer.person.id, lessonId, schemaVersion }
    },

    async signLink({ id, expiresAt }) {
      const left = Math.floor((expiresAt.getTime() - Date.now()) / 1000)
      const expiresIn = Math.max(1, Math.min(lives.accessTokenSeconds, left))
      return { token: await sign('link', id, expiresIn, {}), expiresIn }
    },

    async verifyLink(token) {
      const claims = await read('link', token)
      const link = claims && (await links.byId(Number(claims.sub)))
      if (!link) return null
      const holder = { linkId: link.id, lessonId: link.lessonId }
      return { holder, expiresAt: new Date(Number(claims.exp) * 1000) }
    },
  }
}

function remember(known: Map<string, JWTPayload>, token: string, payload: JWTPayload): void {
  known.set(token, payload)
  const [oldest] = known.keys()
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
}
