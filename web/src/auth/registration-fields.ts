/** What one writes to register, and what is wrong with it, as keys of texts: the same rules as the contract's, told in the page's language. */
import type { RegisterInput } from '@anawim/api/contract'

export interface RegistrationFields {
  full_name: string
  email: string
  password: string
  role: NonNullable<RegisterInput['role']>
  invite_code: string
}

/** bcrypt reads no more than this. */
const MAX_PASSWORD_BYTES = 72

export function emailProblem(email: string) {
  if (!email.trim()) return 'auth:emailMissing'
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) && email.length <= 254 ? null : 'auth:emailInvalid'
}

export function passwordProblem(password: string) {
  const composed = password.normalize('NFC')
  if (!composed) return 'auth:passwordMissing'
  if (composed.length < 8) return 'auth:passwordShort'
  return new TextEncoder().encode(composed).length > MAX_PASSWORD_BYTES ? 'auth:passwordLong' : null
}

export function nameProblem(name: string) {
  if (!name.trim()) return 'auth:fullNameMissing'
  return name.trim().length > 200 ? 'auth:fullNameInvalid' : null
}
