import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Pure tests: no database, no network, no browser. They run first and fast.
const rules = [
  'server/test/domain/**/*.test.ts',
  'server/test/import-formats/**/*.test.ts',
  'server/test/env.test.ts',
  'server/test/secret.test.ts',
  'scripts/**/*.test.ts',
  '{cli,client,web}/src/**/*.test.{ts,tsx}',
]

// Files of one worker share its modules: evaluating them again for each file cost more than the tests
// of most. What a test puts in the place of a function or a global doesn't outlive it.
const sharedModules = { isolate: false, restoreMocks: true, unstubGlobals: true }

export default defineConfig({
  test: {
    // The embedded database takes a core and about 500 MB in each worker.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...sharedModules,
          name: 'rules',
          include: rules,
          setupFiles: 'server/test/support/property-seed.ts',
          testTimeout: 10_000,
        },
      },
      {
        // As Node itself resolves it; vite would take the file for bundlers, and so load it twice.
        resolve: { alias: { graphql: fileURLToPath(import.meta.resolve('graphql')) } },
        test: {
          ...sharedModules,
          name: 'api',
          include: ['{cli,client,server,web}/test/**/*.test.ts'],
          exclude: rules,
          globalSetup: 'server/test/support/global-setup.ts',
          setupFiles: 'server/test/support/property-seed.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['web/e2e/**/*.test.ts'],
          globalSetup: 'web/e2e/support/global-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // A second, as usual, is a measurement when two files share the machine.
          expect: { poll: { timeout: 10_000 } },
          // A busy machine is late now and then; what fails twice has found something. `--retry 0` shows both.
          retry: 1,
          // After the others: two browsers and four servers want both cores for themselves.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
