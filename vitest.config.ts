import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/support/temporalServers.ts', 'tests/support/postgresServer.ts'],
    pool: 'forks', // the Temporal SDK's native module does not load into worker threads
    maxWorkers: 2,
    // nothing is judged by how long it takes: these only end what hangs, on a machine that has other work too
    testTimeout: 90_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
