import { readApiConfig } from '@anawim/api'
import { describe, expect, it } from 'vitest'

describe('the configuration', () => {
  it('has the limits of the design when nothing is set', () => {
    expect(readApiConfig({ REGISTRATION: '' })).toMatchObject({
      registration: 'open',
      bcryptCost: 12,
      refreshGraceSeconds: 30,
      allowedOrigins: [],
      trustProxy: 0,
      rateLimits: true,
      loginFailuresPerAccount: 10,
      loginFailuresPerAddress: 300,
      loginFailureWindowSeconds: 900,
      registrationsPerHour: 200,
      jsonLimitBytes: 10_485_760,
      uploadLimitBytes: 20_971_520,
    })
  })

  it('reads lists and proxies', () => {
    const config = readApiConfig({
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
      TRUST_PROXY: '10.0.0.0/8, loopback',
    })
    expect(config.allowedOrigins).toEqual(['https://a.example', 'https://b.example'])
    expect(config.trustProxy).toBe('10.0.0.0/8, loopback')
    expect(readApiConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
  })

  it.each([
    [{ REGISTRATION: 'maybe' }, 'REGISTRATION'],
    [{ REGISTRATION: 'invite' }, 'INVITE_CODE'],
    [{ BCRYPT_COST: '3' }, 'BCRYPT_COST'],
    [{ TRUST_PROXY: 'everybody' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.0/99' }, 'TRUST_PROXY'],
    [{ UPLOAD_LIMIT_BYTES: 'many' }, 'UPLOAD_LIMIT_BYTES'],
  ])('tells what is wrong in %o', (environment, name) => {
    expect(() => readApiConfig(environment)).toThrow(name)
  })
})
