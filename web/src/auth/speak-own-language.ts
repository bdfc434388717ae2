import { chooseLanguage } from '../i18n/index.ts'
import { sessionState } from '../session/session-store.ts'

/** Speaks the language of who has just logged in, when they ever chose one: at another's computer, too. */
export async function speakOwnLanguage(): Promise<void> {
  const session = sessionState()
  if (session.status === 'in' && session.user.language) await chooseLanguage(session.user.language)
}
