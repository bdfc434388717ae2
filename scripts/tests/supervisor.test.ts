import { describe, expect, test } from 'vitest'
import { readSupervisorConfig } from '../supervisor/config.ts'
import { explain } from '../supervisor/explain.ts'
import { addressesOf, networkAddress, welcomeBox } from '../supervisor/welcome.ts'

describe('what a person is told', () => {
  test('is where to go, with an address for others in the network only when it listens to them', () => {
    expect(addressesOf(8000, '127.0.0.1')).toEqual(['http://localhost:8000'])
    expect(addressesOf(8000, '::1')).toEqual(['http://[::1]:8000'])
    expect(addressesOf(8000, '0.0.0.0')[0]).toBe('http://localhost:8000')
  })

  test('is, for others, the first of those addresses that is not the computer’s own', () => {
    expect(networkAddress(8000, '127.0.0.1')).toBeNull()
    const [own, first] = addressesOf(8000, '0.0.0.0')
    expect(networkAddress(8000, '0.0.0.0')).toBe(first ?? null)
    expect(networkAddress(8000, '0.0.0.0')).not.toBe(own)
  })

  test('stands in a box whose lines are equally long', () => {
    const lines = welcomeBox({ port: 8000, host: '127.0.0.1', notes: [['Mật khẩu', 'abc']] }).split('\n')
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    expect(lines.join('\n')).toContain('http://localhost:8000')
  })

  test('names every wrong setting, and no stack', () => {
    let told = ''
    try {
      readSupervisorConfig({ PORT: '99999' })
    } catch (error) {
      told = explain(error)
    }
    expect(told).toContain('PORT')
    expect(told).toContain('docs/configuration.md')
    expect(told).not.toContain('    at ')
  })

  test('is what to do about a database that refuses, without its password', () => {
    process.env['DATABASE_URL'] = 'postgres://me:secret@db.school:5432/anawim'
    const told = explain(Object.assign(new Error('password authentication failed'), { code: '28P01' }))
    delete process.env['DATABASE_URL']
    expect(told).toContain('db.school:5432/anawim')
    expect(told).not.toContain('secret')
  })
})
