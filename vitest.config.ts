import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/support/temporalServers.ts', 'tests/support/postgresServer.ts'],
    pool: 'forks', // the Temporal SDK's native module does not load into worker threads
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
