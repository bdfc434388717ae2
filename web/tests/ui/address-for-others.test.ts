import { expect, test } from 'vitest'
import { addressForOthers } from '../../src/ui/address-for-others.ts'

const told = (origin: string, inNetwork: string | null = 'http://192.168.1.5:8000') =>
  addressForOthers(new URL(origin) as unknown as Location, inNetwork)

test.each(['http://localhost:8000', 'http://127.0.0.1:8000', 'http://[::1]:8000', 'http://anawim.localhost:8000'])(
  'at the server itself, at %s, others are told the address in the network',
  (origin) => expect(told(origin)).toBe('http://192.168.1.5:8000'),
)

test.each([
  'http://192.168.7.7:8000',
  'https://anawim.truong.vn',
  'http://may-chu.local',
  'http://localhost.truong.vn',
])('elsewhere, at %s, they are told what one came by oneself', (origin) => expect(told(origin)).toBe(origin))

test('a server that knows of no network is called what one calls it oneself', () => {
  expect(told('http://localhost:8000', null)).toBe('http://localhost:8000')
})
