import { ConfigError } from '@anawim/db'
import { expect, test } from 'vitest'
import { collabEnvironment, readCollabConfig } from '../src/index.ts'

test('every limit has a default and says what it is', () => {
  const config = readCollabConfig({ COLLAB_SAVED_MS: '' })
  expect(config).toMatchObject({ savedMs: 100, patchMs: 150, allowedOrigins: [], lessonsPerViewerSocket: 10 })
  for (const [name, schema] of Object.entries(collabEnvironment.shape)) {
    expect([name, schema.description]).toEqual([name, expect.stringMatching(/\.$/)])
  }
  expect(Object.keys(config)).toHaveLength(Object.keys(collabEnvironment.shape).length)
})

test('what is given is read, and what is wrong is named', () => {
  const origins = readCollabConfig({ ALLOWED_ORIGINS: 'https://a.example, https://b.example' }).allowedOrigins
  expect(origins).toEqual(['https://a.example', 'https://b.example'])
  expect(() => readCollabConfig({ COLLAB_AUTH_MS: 'soon' })).toThrow(ConfigError)
  expect(() => readCollabConfig({ COLLAB_AUTH_MS: '-1' })).toThrow(/COLLAB_AUTH_MS/)
})
