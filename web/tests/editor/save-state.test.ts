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
const edited: SaveEvent = { type: 'edited' }
const update: SaveEvent = { type: 'sent', step: 'update' }
/** What an edit is on an open socket. */
const sentEdit: SaveEvent[] = [edited, update]
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
  expect(label(...opened, saved(1), ...sentEdit, ...sentEdit)).toBe('saving')
  expect(label(...opened, saved(1), ...sentEdit, ...sentEdit, saved(2))).toBe('saving')
  expect(label(...opened, saved(1), ...sentEdit, ...sentEdit, saved(3))).toBe('saved')
})

test('each edit is known to be safe as soon as its message is', () => {
  const state = after(...opened, saved(1), ...sentEdit, ...sentEdit, ...sentEdit, saved(3))
  expect(state.saved).toBe(2)
  expect(state.edits).toBe(3)
})

test('asked for all again in between, edits are still counted right', () => {
  const again: SaveEvent = { type: 'sent', step: 'two' }
  const state = after(...opened, ...sentEdit, again, ...sentEdit, saved(3))
  expect(state.saved).toBe(1)
  expect(saveLabel(reduceSaveState(state, saved(4)))).toBe('saved')
})

test('a late message never takes back what was committed', () => {
  expect(label(...opened, ...sentEdit, saved(2), saved(1))).toBe('saved')
})

test('an edit made while the socket is closing is in no message: not saved', () => {
  const closing = after(...opened, saved(1), edited)
  expect(saveLabel(closing)).toBe('saving')
  expect(wouldLoseEdits(closing)).toBe(true)
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

test('what had waited for the socket counts for nothing before the step 2: it may build on what the server has lost', () => {
  const offline = [...opened, saved(1), lost, edited]
  expect(wouldLoseEdits(after(...offline, { type: 'opened' }, update, saved(1)))).toBe(true)
  expect(label(...offline, { type: 'opened' }, update, { type: 'sent', step: 'two' }, saved(1))).toBe('saving')
  expect(label(...offline, { type: 'opened' }, update, { type: 'sent', step: 'two' }, saved(2))).toBe('saved')
})

test('what was on its way when the connection went is not saved', () => {
  const cut = after(...opened, saved(1), ...sentEdit, lost)
  expect(saveLabel(cut)).toBe('offline')
  expect(wouldLoseEdits(cut)).toBe(true)
})

test('offline without an edit one can leave', () => {
  expect(wouldLoseEdits(after(...opened, saved(1), lost))).toBe(false)
})

test('while the database is away: retrying, and saved again when it is back', () => {
  const away: SaveEvent[] = [...opened, saved(1), ...sentEdit, { type: 'told', message: { type: 'retrying' } }]
  expect(label(...away)).toBe('retrying')
  expect(label(...away, saved(2))).toBe('saved')
})

test('a server that confirms nothing for long is told like one whose database is away', () => {
  const silent: SaveEvent[] = [...opened, saved(1), ...sentEdit, { type: 'late' }]
  expect(label(...silent)).toBe('retrying')
  expect(label(...silent, saved(2))).toBe('saved')
  expect(label(...silent, lost)).toBe('offline')
})

test('a server that counts more than was sent proves nothing', () => {
  expect(label(...opened, saved(9), ...sentEdit)).toBe('saving')
})

test('a lesson that is full says so, and not that the change was wrong', () => {
  const full = after(...opened, ...sentEdit, {
    type: 'told',
    message: { type: 'refused', message: 2, code: 'lesson_full' },
  })
  expect(full.closed).toBe('full')
})

test('a refused message ends it: nothing is called saved any more', () => {
  const refused = after(...opened, ...sentEdit, {
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
