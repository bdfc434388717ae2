import { describe, expect, it } from 'vitest'
import { versionsToDrop } from '../src/stores/thin-versions.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** Versions of so many minutes ago; their ids are their ages. */
function ofAges(ages: number[]) {
  const now = new Date('2026-11-22T10:00:00Z')
  return { now, versions: ages.map((age) => ({ id: age, createdAt: new Date(now.getTime() - age * 60_000) })) }
}

function left(ages: number[], most?: number): number[] {
  const { now, versions } = ofAges(ages)
  const dropped = new Set(versionsToDrop(versions, now, most))
  return ages.filter((age) => !dropped.has(age))
}

/** What is left after so many days of editing all the day long, kept every ten minutes and thinned each time. */
function afterDays(days: number): number[] {
  let ages: number[] = []
  for (let minute = 0; minute < days * DAY; minute += 10) {
    ages = ages.map((age) => age + 10)
    const isAtWork = minute % DAY < 8 * HOUR
    if (isAtWork) ages = left([...ages, 0])
  }
  return ages
}

describe('thinning', () => {
  it('leaves up to thirty alone, however close together they are', () => {
    const ages = Array.from({ length: 30 }, (_, index) => 61 + index)
    expect(left(ages)).toEqual(ages)
  })

  it('never takes one of the last hour, nor the oldest', () => {
    const ages = [...Array.from({ length: 50 }, (_, index) => index), 500 * DAY]
    expect(left(ages)).toEqual(ages)
    expect(left([0, 10, 61, 62, 63, 500 * DAY], 4)).toContain(500 * DAY)
  })

  it('takes some of the last hour all the same when there are very many', () => {
    const ages = [...Array.from({ length: 300 }, (_, index) => index / 10), 500 * DAY]
    expect(left(ages)).toHaveLength(60)
    expect(left(ages)).toContain(0)
    expect(left(ages)).toContain(500 * DAY)
  })

  it('takes the one that is missed least: where others are near, and the older the sooner', () => {
    expect(left([0, 100, 200, 300, 10_000, 10_100, 10_200, 20_000], 7)).not.toContain(10_100)
    expect(left([0, 5_000, 5_010, 9_000, 20_000], 4)).toContain(20_000)
  })

  it('keeps a year at ever wider distances: none is further from the next than its age', () => {
    const ages = afterDays(365).toSorted((a, b) => a - b)
    expect(ages).toHaveLength(30)
    expect(ages.at(-1)).toBeGreaterThan(364 * DAY)
    const older = ages.filter((age) => age > 2 * DAY)
    const steps = older.slice(1).map((age, index) => (age - (older[index] ?? 0)) / (older[index] ?? 1))
    expect(Math.max(...steps)).toBeLessThan(1)
    expect(older.filter((age) => age < 30 * DAY).length).toBeGreaterThanOrEqual(5)
  })
})
