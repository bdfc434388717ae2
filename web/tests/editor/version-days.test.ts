import type { Version } from '@anawim/api/contract'
import { expect, test } from 'vitest'
import { daysAgo, versionDays } from '../../src/editor/versions/version-days.ts'

const version = (id: number, time: string): Version => ({
  id,
  name: null,
  author: null,
  editors: [],
  thumbnail: null,
  created_at: new Date(time).toISOString(),
  is_changeable: true,
})

test('versions stand under their day on this computer’s calendar, in their order', () => {
  const versions = [version(4, '2026-11-22T10:00'), version(3, '2026-11-22T00:00'), version(2, '2026-11-21T23:59')]
  expect(versionDays(versions).map(({ versions: ofDay }) => ofDay.map(({ id }) => id))).toEqual([[4, 3], [2]])
  expect(versionDays([])).toEqual([])
})

test('a day ago is the day before, however few hours lie between', () => {
  const now = new Date('2026-11-22T00:05')
  const [yesterday] = versionDays([version(1, '2026-11-21T23:55')])
  const [today] = versionDays([version(2, '2026-11-22T00:01')])
  expect([daysAgo(yesterday?.day ?? now, now), daysAgo(today?.day ?? now, now)]).toEqual([1, 0])
})
