import { NO_PASSWORD, type UserRow } from '@anawim/db'
import { emailSchema, fullNameSchema } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import type { OidcClaims } from './oidc-provider.ts'

/** Why the other server's word opens no account; the login page says it in words. */
export type Refusal = 'unverified' | 'no_account' | 'suspended'

/**
 * The account of who the other server vouches for: the one that was linked before, else the one with their verified e-mail, else
 * a new one, for who was invited, or for anybody while registration is open.
 */
export async function userOfClaims(
  { db, config }: ApiDeps,
  claims: OidcClaims,
  language: 'vi' | 'en',
): Promise<UserRow | Refusal> {
  const linked = await db.identities.userOf(claims)
  if (linked !== null) return admitted(await db.users.byId(linked))
  const email = claims.isEmailVerified ? emailSchema.safeParse(claims.email).data : undefined
  if (email === undefined) return 'unverified'

  const user = admitted((await db.users.byEmail(email)) ?? (await newUser(email)))
  if (typeof user === 'string') return user
  await db.identities.link(claims, user.id)
  return (await db.users.byId(user.id)) ?? user

  async function newUser(address: string): Promise<UserRow | null> {
    const fullName = fullNameSchema.safeParse(claims.name).data ?? address.split('@')[0] ?? address
    const details = { hashedPassword: NO_PASSWORD, fullName, language }
    const invited = await db.invitations.accept({ email: address }, details)
    if (typeof invited === 'number') return db.users.byId(invited)
    if (config.registration !== 'open' || config.oidc === null) return null
    const made = await db.users.create({ ...details, email: address, role: config.oidc.role, isEmailProven: true })
    return made === 'email_taken' ? db.users.byEmail(address) : made
  }
}

function admitted(user: UserRow | null): UserRow | Refusal {
  if (!user) return 'no_account'
  return user.isActive ? user : 'suspended'
}
