/** The suites of trust: what each proves stands at the top of its file, what is promised in docs/reliability.md. */
export interface LongSuite {
  name: string
  /** Arguments of vitest. */
  args: readonly string[]
  /** What is counted, by the variable that says how often: with `--ci`, and in full. `npm test` has counts of its own. */
  counts: Record<string, { ci: number; full: number }>
}

const collab = (file: string) => ['--project', 'collab-server', `collab-server/tests/${file}.test.ts`]

export const longSuites: readonly LongSuite[] = [
  {
    name: 'model fuzz',
    args: collab('model-fuzz'),
    counts: { ANAWIM_SEEDS: { ci: 100, full: 300 }, ANAWIM_STEPS: { ci: 200, full: 200 } },
  },
  {
    name: 'kill -9 of everything at random moments',
    args: ['--project', 'crash'],
    counts: { ANAWIM_KILLS: { ci: 30, full: 200 } },
  },
  {
    name: 'PostgreSQL crashed, with the server, away',
    args: collab('outages'),
    counts: {
      ANAWIM_CRASHES: { ci: 6, full: 30 },
      ANAWIM_BOTH: { ci: 6, full: 30 },
      ANAWIM_AWAY: { ci: 1, full: 2 },
    },
  },
  {
    name: 'mutated updates, hostile frames, one client at its maximum',
    args: collab('hostile-floods'),
    counts: {
      ANAWIM_MUTATED: { ci: 40_000, full: 200_000 },
      ANAWIM_HOSTILE: { ci: 20_000, full: 100_000 },
      ANAWIM_MAXIMUM: { ci: 3, full: 10 },
    },
  },
  {
    name: 'requests made from the OpenAPI document',
    args: ['--project', 'api', 'api/tests/junk-by-contract.test.ts'],
    counts: { ANAWIM_REQUESTS: { ci: 2_000, full: 10_000 } },
  },
  {
    name: 'the lists of a hundred thousand lessons',
    args: ['--project', 'db', 'db/tests/lists-of-many.test.ts'],
    counts: { ANAWIM_LISTED: { ci: 20_000, full: 100_000 } },
  },
  { name: 'hooks', args: collab('hooks'), counts: {} },
  { name: 'frames', args: collab('frames'), counts: {} },
  {
    name: 'withdrawals, expiries, forged presences',
    args: collab('withdrawals'),
    counts: {
      ANAWIM_WITHDRAWALS: { ci: 20, full: 100 },
      ANAWIM_EXPIRIES: { ci: 20, full: 100 },
      ANAWIM_FORGED: { ci: 200, full: 1_000 },
    },
  },
  {
    name: 'sleepers, two tabs, offline against deletion, restarts',
    args: collab('returning'),
    counts: { ANAWIM_RETURNS: { ci: 20, full: 100 } },
  },
  {
    name: 'backup, restore, compare',
    args: ['--project', 'product', 'scripts/tests/product/backup.test.ts'],
    counts: { ANAWIM_LESSONS: { ci: 50, full: 500 } },
  },
  {
    name: 'SIGTERM with 50 open lessons, with PostgreSQL away',
    args: collab('stopping'),
    counts: { ANAWIM_STOPS: { ci: 5, full: 20 } },
  },
  {
    name: 'axe on every screen, in both languages',
    args: ['--project', 'browser', 'web/tests/browser/accessible.test.ts'],
    counts: { ANAWIM_LANGUAGES: { ci: 2, full: 2 } },
  },
  {
    name: 'property tests of lesson, with new seeds',
    args: ['--project', 'lesson'],
    counts: { ANAWIM_SEEDS: { ci: 1_000, full: 5_000 } },
  },
]
