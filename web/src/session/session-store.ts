/**
 * Who is logged in, for every page (the viewer's too, so: no Mantine, no query library). The state is one value that is
 * replaced; `useSession()` shows it to React.
 */
import type { LoginInput, RegisterInput, Session, User } from '@anawim/api/contract'
import { asApiError, type ApiError } from './api-error.ts'
import { call } from './call.ts'
import { refresh } from './refresh.ts'
import { request } from './request.ts'
import { dropToken, heldToken, holdToken, onTokenChange, renewalTime, subjectOf } from './token-store.ts'

export type SessionState =
  | { status: 'loading' }
  /** `ended`: it was in and is out without having asked for it. */
  | { status: 'out'; because: 'nobody' | 'left' | 'ended' | 'suspended' }
  | { status: 'in'; user: User }
  /** There is a token, and no telling whether it is good. */
  | { status: 'unknown'; error: ApiError }

let state: SessionState = { status: 'loading' }
const listeners = new Set<() => void>()

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

export function sessionState(): SessionState {
  return state
}

/** Returns what stops listening. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks the server who is logged in: at the start, when the server closed a socket, or when it said that the account changed. */
export async function loadSession(): Promise<void> {
  if (heldToken() === null) {
    if (state.status !== 'out') become({ status: 'out', because: state.status === 'in' ? 'ended' : 'nobody' })
    return
  }
  try {
    const { user } = await call('me')
    become({ status: 'in', user })
  } catch (error) {
    const failure = asApiError(error)
    if (failure.code === 'account_suspended') leave('suspended')
    else if (failure.code === 'unauthenticated') leave('ended')
    else if (state.status !== 'in') become({ status: 'unknown', error: failure })
  }
}

/** Logs in. Throws ApiError (`wrong_credentials`, `account_suspended`, …). */
export async function login(input: LoginInput): Promise<void> {
  enter(await request('login', { body: input }, null))
}

/** Is in with a session that the server gave. */
export function enter(session: Session): void {
  become({ status: 'in', user: session.user })
  holdToken(session.access_token, session.expires_in)
}

/** Makes an account and logs in with it. Throws ApiError (`email_taken`, `registration_closed`, …). */
export async function register(input: RegisterInput): Promise<void> {
  await request('register', { body: input }, null)
  await login({ email: input.email, password: input.password })
}

/** Logs out, in every tab. Does not fail: without a network the token is forgotten all the same. */
export async function logout(): Promise<void> {
  become({ status: 'out', because: 'left' })
  const leaving = request('logout', undefined, heldToken()).catch(() => undefined)
  dropToken()
  await leaving
}

function leave(because: 'ended' | 'suspended'): void {
  if (state.status !== 'out') become({ status: 'out', because })
  if (heldToken() !== null) dropToken()
}

/** Begins: hears what other tabs do, keeps the token fresh, and asks who is logged in. Call once a page. */
export function startSession(): void {
  onTokenChange((token, fromOtherTab) => {
    scheduleRenewal()
    if (token === null) {
      if (state.status !== 'out') become({ status: 'out', because: fromOtherTab ? 'left' : 'ended' })
    } else if (fromOtherTab && !isOurs(token)) {
      become({ status: 'loading' })
      void loadSession()
    }
  })
  // A sleeping computer runs no timers: look again when someone looks at the page.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') scheduleRenewal()
  })
  scheduleRenewal()
  void loadSession()
}

function isOurs(token: string): boolean {
  return state.status === 'in' && subjectOf(token) === String(state.user.id)
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Renews the token when it is due; ten seconds later again when the server was out of reach. */
function scheduleRenewal(): void {
  clearTimeout(timer)
  const token = heldToken()
  const due = renewalTime()
  if (token === null || due === null) return
  // A little apart in each tab, so that mostly one of them asks.
  const wait = Math.max(0, due - Date.now()) + Math.random() * 300
  timer = setTimeout(() => void renewNow(token), Math.min(wait, 2_000_000_000))
}

async function renewNow(token: string): Promise<void> {
  const result = await refresh(token)
  if (result.is === 'ended' && result.isSuspended) become({ status: 'out', because: 'suspended' })
  if (result.is === 'unreachable') {
    clearTimeout(timer)
    timer = setTimeout(() => void renewNow(token), 10_000)
  }
}
