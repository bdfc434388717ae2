import { expect, test } from 'vitest'
import { pageAfter, presentAct } from '../../src/editor/present/present-key.ts'

const press = (key: string, shiftKey = false) => presentAct({ key, shiftKey })

test('arrows, space and a clicker turn the pages of a presentation', () => {
  expect([' ', 'ArrowRight', 'PageDown', 'Enter'].map((key) => press(key))).toEqual(['next', 'next', 'next', 'next'])
  expect(['ArrowLeft', 'PageUp', 'Backspace'].map((key) => press(key))).toEqual(['previous', 'previous', 'previous'])
  expect(press(' ', true)).toBe('previous')
  expect(['L', 'l', '.', 'Escape'].map((key) => press(key))).toEqual(['laser', 'laser', 'black', 'exit'])
  expect(['x', 'Tab', 'constructor', 'F5'].map((key) => press(key))).toEqual([null, null, null, null])
})

test('at either end it stays, and Home and End lead there', () => {
  expect([pageAfter('next', 0, 3), pageAfter('next', 2, 3), pageAfter('previous', 0, 3)]).toEqual([1, 2, 0])
  expect([pageAfter('first', 2, 3), pageAfter('last', 0, 3), pageAfter('laser', 1, 3)]).toEqual([0, 2, 1])
})
