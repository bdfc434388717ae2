import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Allowance, PersonAllowances } from '../src/editors/allowance.ts'

const config = { burstMs: 2_000, connectionsPerPerson: 3 }

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('what was spent comes back with time, up to what can be saved up', () => {
  const allowance = new Allowance(config)
  allowance.spend(5)
  expect(allowance.left).toBeCloseTo(-3)
  expect(allowance.wait).toBeCloseTo(3)
  vi.advanceTimersByTime(4_000)
  expect(allowance.left).toBeCloseTo(1)
  vi.advanceTimersByTime(60_000)
  expect(allowance.left).toBe(2)
})

test('all connections of a person spend from one, which is that of a few', () => {
  const persons = new PersonAllowances(config)
  const [first, second] = ['phone', 'tablet'].map((holder) => persons.of(1, holder))
  first?.spend(4)
  expect(second?.left).toBeCloseTo(2)
  expect(persons.of(2, 'desk').left).toBe(6)
  second?.spend(5)
  vi.advanceTimersByTime(2_000)
  expect(first?.left).toBeCloseTo(3)
})

test('who owes something owes it still after coming back', () => {
  const persons = new PersonAllowances(config)
  persons.of(1, 'phone').spend(100)
  persons.letGo('phone')
  expect(persons.of(1, 'phone').left).toBeCloseTo(-94)
  persons.letGo('phone')
  vi.advanceTimersByTime(60_000)
  persons.letGo('another')
  expect(persons.of(1, 'phone').left).toBe(6)
})
