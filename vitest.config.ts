import { defineConfig } from 'vitest/config'

/** What tests of a folder need, and when they run: each group has the two cores to itself. */
interface Project {
  name: string
  folder?: string
  include?: string[]
  exclude?: string[]
  /** Starts one PostgreSQL for the run and fills a template database. */
  database?: boolean
  /** 0: many files at once; 1 and later: one group after the other, with whole products in them. */
  group?: number
  /** Files at once in such a group; the same for all of its projects. */
  workers?: number
}

const project = ({
  name,
  folder = name,
  include = ['tests/**/*.test.{ts,tsx}'],
  exclude = [],
  database = false,
  group = 0,
  workers = 1,
}: Project) => ({
  test: {
    name,
    root: `./${folder}`,
    include,
    exclude,
    globalSetup: database ? ['../db/src/testing/global-setup.ts'] : [],
    sequence: { groupOrder: group },
    // Most tests break something: what the parts say of that would bury what the tests say.
    env: { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' },
    ...(group > 0 && { maxWorkers: workers, testTimeout: 120_000, hookTimeout: 120_000 }),
  },
})

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project({ name: 'lesson' }),
      project({ name: 'drawing' }),
      project({ name: 'db', database: true }),
      project({ name: 'api', database: true }),
      project({ name: 'collab-server', database: true }),
      project({ name: 'jobs', database: true }),
      project({ name: 'web', exclude: ['tests/browser/**'] }),
      project({ name: 'scripts', exclude: ['tests/product/**', 'tests/crash.test.ts'] }),
      // Whole products, in a real browser or with real kills.
      project({ name: 'browser', folder: 'web', include: ['tests/browser/**/*.test.ts'], group: 1 }),
      // These wait for processes most of the time, and look at no clock closely.
      project({ name: 'product', folder: 'scripts', include: ['tests/product/**/*.test.ts'], group: 2, workers: 2 }),
      project({ name: 'bench', group: 2, workers: 2 }),
      project({ name: 'crash', folder: 'scripts', include: ['tests/crash.test.ts'], group: 2, workers: 2 }),
    ],
  },
})
