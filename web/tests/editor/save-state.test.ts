import { expect, test } from 'vitest'
import {
  isAllSaved,
  reduceSaveState,
  type SaveEvent,
  saveLabel,
  startingSaveState,
  wouldLoseEdits,
} from '../../src/editor/connection/save-state.ts'

const opened: SaveEvent[] = [{ type: 'opened' }, { type: 'loaded' }, { type: 'sent', step: 'two' }]
const update: SaveEvent = { type: 'sent', step: 'update' }
const edited: SaveEvent = { type: 'edited' }
const lost: SaveEvent = { type: 'disconnected' }
const saved = (messages: number): SaveEvent => ({ type: 'told', message: { type: 'saved', stateVector: '', messages } })

const after = (...events: SaveEvent[]) => events.reduce(reduceSaveState, startingSaveState)
const label = (...events: SaveEvent[]) => saveLabel(after(...events))

test('connecting, until the lesson was read', () => {
  expect(label()).toBe('connecting')
  expect(label({ type: 'opened' })).toBe('connecting')
})

test('saved only when the server has committed everything that was sent', () => {
  expect(label(...opened)).toBe('saving')
  expect(label(...opened, saved(1))).toBe('saved')
  expect(label(...opened, saved(1), update, update)).toBe('saving')
  expect(label(...opened, saved(1), update, update, saved(2))).toBe('saving')
  expect(label(...opened, saved(1), update, update, saved(3))).toBe('saved')
})

test('a late message never takes back what was committed', () => {
  expect(label(...opened, update, saved(2), saved(1))).toBe('saved')
})

test('offline, what is written is not saved until the next connection has sent and committed it', () => {
  const offline = [...opened, saved(1), lost, edited]
  expect(label(...offline)).toBe('offline')
  expect(wouldLoseEdits(after(...offline))).toBe(true)
  // The server's first message covers what it had: not what it has yet to get.
  expect(label(...offline, { type: 'opened' }, saved(0))).toBe('saving')
  expect(label(...offline, { type: 'opened' }, { type: 'sent', step: 'two' })).toBe('saving')
  expect(label(...offline, { type: 'opened' }, { type: 'sent', step: 'two' }, saved(1))).toBe('saved')
})

test('what was on its way when the connection went is not saved', () => {
  const cut = after(...opened, saved(1), update, lost)
  expect(saveLabel(cut)).toBe('offline')
  expect(wouldLoseEdits(cut)).toBe(true)
})

test('offline without an edit one can leave', () => {
  expect(wouldLoseEdits(after(...opened, saved(1), lost))).toBe(false)
})

test('while the database is away: retrying, and saved again when it is back', () => {
  const away: SaveEvent[] = [...opened, saved(1), update, { type: 'told', message: { type: 'retrying' } }]
  expect(label(...away)).toBe('retrying')
  expect(label(...away, saved(2))).toBe('saved')
})

test('a refused message ends it: nothing is called saved any more', () => {
  const refused = after(...opened, update, {
    type: 'told',
    message: { type: 'refused', message: 2, code: 'malformed' },
  })
  expect(saveLabel(refused)).toBe('closed')
  expect(refused.closed).toBe('refused')
  expect(isAllSaved(reduceSaveState(refused, saved(2)))).toBe(false)
})

test('the first reason for an end is the one that is told', () => {
  const ended = after(...opened, { type: 'ended', reason: 'gone' }, { type: 'ended', reason: 'forbidden' }, lost)
  expect(ended.closed).toBe('gone')
})
