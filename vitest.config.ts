import { defineConfig } from 'vitest/config'

/** One project a folder, so that each names what its tests need: a database cluster, or nothing. */
const withDatabase = ['./db/src/testing/global-setup.ts']
const project = (name: string, globalSetup: string[] = []) => ({
  test: {
    name,
    root: `./${name}`,
    include: ['tests/**/*.test.ts'],
    globalSetup: globalSetup.map((path) => `.${path}`),
  },
})

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project('lesson'),
      project('drawing'),
      project('db', withDatabase),
      project('api', withDatabase),
      project('collab-server', withDatabase),
      project('jobs', withDatabase),
      project('web'),
      project('scripts'),
    ],
  },
})
