import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What tests of a folder need. Those of parts run first, whole products after them. */
interface Project {
  name: string
  folder?: string
  include?: string[]
  exclude?: string[]
  /** Starts one PostgreSQL for the run and fills a template database. */
  database?: boolean
  /** What is started for all of its files, in its folder. */
  setup?: string[]
  /** Its files start whole products, or use one. */
  isWhole?: boolean
}

/** Files at once: one more than cores, as a good part of them waits for a database, a timer or a browser most of the time. */
const files = Math.min(availableParallelism(), 3) + 1

const project = ({
  name,
  folder = name,
  include = ['tests/**/*.test.{ts,tsx}'],
  exclude = [],
  database = false,
  setup = [],
  isWhole = false,
}: Project) => ({
  test: {
    name,
    root: `./${folder}`,
    include,
    exclude,
    globalSetup: database ? ['../db/src/testing/global-setup.ts', ...setup] : setup,
    sequence: { groupOrder: isWhole ? 1 : 0 },
    maxWorkers: files,
    // A slow machine is not a fault: what has a time to keep is measured, in the suites and by the benchmarks.
    testTimeout: isWhole ? 120_000 : 40_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    // Most tests break something: what the parts say of that would bury what the tests say.
    env: { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' },
  },
})

/** What takes minutes and cannot be divided begins first, or it would run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project: { name, config } }: TestSpecification) =>
      config.sequence.groupOrder * 2 + (name === 'crash' || name === 'product' ? 0 : 1)
    return (await super.sort(specifications)).toSorted((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project({ name: 'lesson' }),
      project({ name: 'drawing' }),
      project({ name: 'db', database: true }),
      project({ name: 'api', database: true }),
      project({ name: 'collab-server', database: true }),
      project({ name: 'jobs', database: true }),
      project({ name: 'web', exclude: ['tests/browser/**'] }),
      project({ name: 'scripts', exclude: ['tests/product/**', 'tests/crash.test.ts'] }),
      // Whole products, in a real browser or with real kills: they wait for processes most of the time, and look at no clock closely.
      project({
        name: 'browser',
        folder: 'web',
        include: ['tests/browser/**/*.test.ts'],
        setup: ['tests/support/shared-product.ts'],
        isWhole: true,
      }),
      project({ name: 'product', folder: 'scripts', include: ['tests/product/**/*.test.ts'], isWhole: true }),
      project({ name: 'bench', isWhole: true }),
      project({ name: 'crash', folder: 'scripts', include: ['tests/crash.test.ts'], isWhole: true }),
    ],
  },
})
