import { linkSchema } from '@anawim/lesson'

/** What somebody typed as an address, as a lesson holds it: `truong.edu.vn` with https. Null when it is none that is safe to follow. */
export function safeLink(typed: string): string | null {
  const address = typed.trim()
  const isComplete = /^(https?:\/\/|mailto:)/i.test(address)
  // Another scheme, `javascript:` among them; but `school.lan:8000` is a host and its port.
  if (!isComplete && /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address)) return null
  const isMail = !isComplete && /^[^\s/@]+@[^\s/@]+$/.test(address)
  const whole = isComplete ? address : `${isMail ? 'mailto:' : 'https://'}${address}`
  return address !== '' && linkSchema.safeParse(whole).success ? whole : null
}
