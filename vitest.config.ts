import { defineConfig } from 'vitest/config'

const sharedOptions = {
  // 5:45 ahead of UTC without summer time, so that code that uses the zone of the machine fails.
  env: { TZ: 'Asia/Kathmandu', APP_SECRET: 'test-secret-of-at-least-32-characters', LOG_LEVEL: 'error' },
}

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // Two per core of a small machine: many tests wait for servers, and each file has its own database.
    maxWorkers: 4,
    // A process per file would take half as long again.
    isolate: false,
    setupFiles: 'tests/support/run/isolate-file.ts',
    projects: [
      {
        extends: true,
        // Some read all sources. The default of five seconds would fail them on a busy machine.
        test: { ...sharedOptions, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
      // `npm run test:office`, which needs LibreOffice.
      {
        extends: true,
        test: { ...sharedOptions, name: 'office', include: ['tests/office/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          ...sharedOptions,
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/support/database/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
