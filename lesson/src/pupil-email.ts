/**
 * Pupils whose accounts their teacher made have no e-mail. The column wants one that nobody else has, and other people's programs a
 * text: it is a random name in this domain, which by definition (RFC 2606) has no mailbox.
 */
export const PUPIL_EMAIL_DOMAIN = 'pupil.invalid'

/** Does this stand in the place of an e-mail? Then nobody is shown it, and no mail goes there. */
export function isPlaceholderEmail(email: string): boolean {
  return email.endsWith(`@${PUPIL_EMAIL_DOMAIN}`)
}
