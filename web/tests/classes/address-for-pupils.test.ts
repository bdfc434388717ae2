import { expect, test } from 'vitest'
import { addressForPupils } from '../../src/classes/address-for-pupils.ts'

const card = (origin: string, inNetwork: string | null = 'http://192.168.1.5:8000') =>
  addressForPupils(new URL(origin) as unknown as Location, inNetwork)

test.each(['http://localhost:8000', 'http://127.0.0.1:8000', 'http://[::1]:8000', 'http://anawim.localhost:8000'])(
  'a card printed at the server itself, at %s, names the address in the network',
  (origin) => expect(card(origin)).toBe('192.168.1.5:8000'),
)

test.each([
  'http://192.168.7.7:8000',
  'https://anawim.truong.vn',
  'http://may-chu.local',
  'http://localhost.truong.vn',
])('a card printed elsewhere, at %s, names what the teacher came by', (origin) =>
  expect(card(origin)).toBe(origin.replace(/^https?:\/\//, '')),
)

test('a server that knows of no network is called what the teacher calls it', () => {
  expect(card('http://localhost:8000', null)).toBe('localhost:8000')
})
