import '../support/browser-window.ts'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadSession, login, logout, sessionState, startSession } from '../../src/session/session-store.ts'
import { heldToken, holdToken } from '../../src/session/token-store.ts'
import { errorBody, meFor, SchoolServer, session, unauthenticated, user } from './school-server.ts'

const me = 'GET /api/auth/me'
const renewal = 'POST /api/auth/refresh'
const tokenOf = (id: number, mark: string) =>
  `h.${Buffer.from(JSON.stringify({ sub: String(id), mark })).toString('base64url')}.s`
let server: SchoolServer

beforeAll(() => {
  server = new SchoolServer()
  startSession()
})

beforeEach(async () => {
  server = new SchoolServer()
  localStorage.clear()
  await loadSession()
})

/** Another tab wrote the token, and this one hears of it. */
function fromAnotherTab(token: string | null): void {
  if (token === null) localStorage.removeItem('anawim.access_token')
  else localStorage.setItem('anawim.access_token', token)
  window.dispatchEvent(new StorageEvent('storage', { key: 'anawim.access_token', newValue: token }))
}

async function logIn(token = tokenOf(7, 'first')): Promise<void> {
  server.on('POST /api/auth/login', () => session(token)).on(me, meFor(token))
  await login({ email: user.email, password: 'mat-khau-123' })
}

describe('a session', () => {
  it('begins with the login', async () => {
    await logIn()
    expect(sessionState()).toMatchObject({ status: 'in', user: { full_name: 'Lan' } })
  })

  it('is not there after a wrong password, and the error is the caller’s', async () => {
    server.on('POST /api/auth/login', () => ({ status: 401, body: errorBody('wrong_credentials') }))
    await expect(login({ email: 'a@b.vn', password: 'x' })).rejects.toMatchObject({ code: 'wrong_credentials' })
    expect(sessionState().status).toBe('out')
  })

  it('ends when one leaves, without a network too', async () => {
    await logIn()
    server.on('POST /api/auth/logout', () => 'away')
    await logout()
    expect(sessionState()).toEqual({ status: 'out', because: 'left' })
    expect(heldToken()).toBeNull()
  })

  it('ends when one leaves in another tab', async () => {
    await logIn()
    fromAnotherTab(null)
    expect(sessionState()).toEqual({ status: 'out', because: 'left' })
  })

  it('goes on undisturbed when another tab renewed the token', async () => {
    await logIn()
    const before = sessionState()
    fromAnotherTab(tokenOf(7, 'second'))
    expect(sessionState()).toBe(before)
  })

  it('becomes another person’s when another tab logged in as them', async () => {
    await logIn()
    server.on(me, () => ({ status: 200, body: { user: { ...user, id: 8, full_name: 'Minh' } } }))
    fromAnotherTab(tokenOf(8, 'first'))
    await vi.waitFor(() => expect(sessionState()).toMatchObject({ status: 'in', user: { full_name: 'Minh' } }))
  })

  it('is over when neither token nor cookie is good any more', async () => {
    await logIn()
    server.on(me, () => unauthenticated).on(renewal, () => unauthenticated)
    await loadSession()
    expect(sessionState()).toEqual({ status: 'out', because: 'ended' })
  })

  it('says so when the account was suspended', async () => {
    await logIn()
    server.on(me, () => ({ status: 403, body: errorBody('account_suspended') }))
    await loadSession()
    expect(sessionState()).toEqual({ status: 'out', because: 'suspended' })
  })

  it('stays while the server is away, and is unknown if it never was known', async () => {
    await logIn()
    server.on(me, () => 'away')
    await loadSession()
    expect(sessionState().status).toBe('in')

    await logout()
    holdToken('kept', 900)
    await loadSession()
    expect(sessionState().status).toBe('unknown')
  })
})
