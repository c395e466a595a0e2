import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Generous, for machines that do other work as well; a test that hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'product',
          include: ['{contract,server,web}/src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts'],
          globalSetup: ['server/src/testing/global-setup.ts'],
        },
      },
      // Figures alone: no database is started for them.
      { extends: true, test: { name: 'statistics', include: ['statistics/{src,simulation}/**/*.test.ts'] } },
    ],
  },
})
