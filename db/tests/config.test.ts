import { ConfigError, dbConfigSchema, readDbConfig } from '@anawim/db'
import { expect, test } from 'vitest'

test('an empty environment is enough', () => {
  expect(readDbConfig({ JWT_SECRET: '' })).toEqual({
    ANAWIM_DATA_DIR: '.data',
    LOG_LEVEL: 'info',
    DB_POOL_MAX: 10,
    ACCESS_TOKEN_SECONDS: 900,
    COLLAB_TOKEN_SECONDS: 600,
    REFRESH_TOKEN_DAYS: 30,
    REFRESH_GRACE_SECONDS: 30,
    VERSION_MINUTES: 10,
    S3_REGION: 'us-east-1',
    S3_PREFIX: '',
  })
})

test('numbers are read from text', () => {
  expect(readDbConfig({ DB_POOL_MAX: '3', REFRESH_TOKEN_DAYS: '0.5' })).toMatchObject({
    DB_POOL_MAX: 3,
    REFRESH_TOKEN_DAYS: 0.5,
  })
})

test('one message names everything that is wrong', () => {
  const wrong = { DATABASE_URL: 'mysql://x', DB_POOL_MAX: 'many', JWT_SECRET: 'short', LOG_LEVEL: 'loud' }
  expect(() => readDbConfig(wrong)).toThrow(ConfigError)
  for (const name of Object.keys(wrong)) expect(() => readDbConfig(wrong)).toThrow(new RegExp(`^  ${name}: .+$`, 'm'))
})

test('every variable is described', () => {
  for (const schema of Object.values(dbConfigSchema.shape)) expect(schema.description).toMatch(/\.$/)
})
