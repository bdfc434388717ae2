import '../support/browser-window.ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../src/session/call.ts'
import { refresh } from '../../src/session/refresh.ts'
import { dropToken, heldToken, holdToken, renewalTime, subjectOf } from '../../src/session/token-store.ts'
import { errorBody, meFor, SchoolServer, session, unauthenticated } from './school-server.ts'

const me = 'GET /api/auth/me'
const renewal = 'POST /api/auth/refresh'
let server: SchoolServer

beforeEach(() => {
  vi.useRealTimers()
  localStorage.clear()
  server = new SchoolServer()
})

/** What another tab does with the storage that both share. */
const anotherTabHolds = (token: string) => localStorage.setItem('anawim.access_token', token)

describe('a token that the server refuses', () => {
  it('is renewed once, and the call is made again without anybody noticing', async () => {
    holdToken('old', 900)
    server.on(me, meFor('new')).on(renewal, () => session('new'))
    expect((await call('me')).user.full_name).toBe('Lan')
    expect(heldToken()).toBe('new')
    expect(server.count(renewal)).toBe(1)
  })

  it('is renewed by one request, however many calls met it', async () => {
    holdToken('old', 900)
    server.on(me, meFor('new')).on(renewal, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return session('new')
    })
    await Promise.all([call('me'), call('me'), call('me')])
    expect(server.count(renewal)).toBe(1)
  })

  it('is not renewed when another tab has a newer one already', async () => {
    holdToken('old', 900)
    server.on(me, (token) => {
      anotherTabHolds('new')
      return meFor('new')(token)
    })
    await call('me')
    expect(server.count(renewal)).toBe(0)
    expect(server.asked.map(({ token }) => token)).toEqual(['old', 'new'])
  })

  it('is asked about once more only: a server that refuses the new one too is believed', async () => {
    holdToken('old', 900)
    server.on(me, () => unauthenticated).on(renewal, () => session('new'))
    await expect(call('me')).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(server.count(me)).toBe(2)
  })
})

describe('renewing', () => {
  it('happens before the call when the token is about to end', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] })
    holdToken('old', 900)
    server.on(me, meFor('new')).on(renewal, () => session('new'))
    vi.setSystemTime(841_000)
    await call('me')
    expect(server.asked.map(({ what }) => what)).toEqual([renewal, me])
  })

  it('is planned by this computer’s own clock, a minute before the end, or a fifth of a short life', () => {
    vi.useFakeTimers({ now: 5_000, toFake: ['Date'] })
    holdToken('long', 900)
    expect(renewalTime()).toBe(5_000 + 840_000)
    holdToken('short', 5)
    expect(renewalTime()).toBe(5_000 + 4_000)
  })

  it('keeps the login when the server is away', async () => {
    holdToken('old', 900)
    server.on(renewal, () => 'away')
    expect(await refresh('old')).toEqual({ is: 'unreachable' })
    server.on(renewal, () => ({ status: 503, body: errorBody('unavailable') }))
    expect(await refresh('old')).toEqual({ is: 'unreachable' })
    expect(heldToken()).toBe('old')
  })

  it('ends the login when the server says so, and tells a suspension', async () => {
    holdToken('old', 900)
    server.on(renewal, () => ({ status: 403, body: errorBody('account_suspended') }))
    expect(await refresh('old')).toEqual({ is: 'ended', isSuspended: true })
    expect(heldToken()).toBeNull()
  })

  it('does not log anybody in again who left meanwhile', async () => {
    holdToken('old', 900)
    server.on(renewal, () => {
      dropToken()
      return session('new')
    })
    expect(await refresh('old')).toEqual({ is: 'ended', isSuspended: false })
    expect(heldToken()).toBeNull()
  })

  it('leaves the login of another person alone who came meanwhile in another tab', async () => {
    holdToken('old', 900)
    server.on(renewal, () => {
      anotherTabHolds('of another')
      return unauthenticated
    })
    expect(await refresh('old')).toEqual({ is: 'renewed' })
    expect(heldToken()).toBe('of another')
  })
})

describe('whose token it is', () => {
  it('is read from it, accents and all', () => {
    const token = `x.${Buffer.from(JSON.stringify({ sub: '7', name: 'Lân' })).toString('base64url')}.y`
    expect(subjectOf(token)).toBe('7')
  })

  it('is nobody’s when it is no token', () => {
    expect(subjectOf('nonsense')).toBeNull()
    expect(subjectOf('')).toBeNull()
  })
})
