import { defineConfig } from 'vitest/config'

const sharedOptions = {
  // A zone that no code may lean on: 5:45 ahead of UTC, no summer time.
  env: { TZ: 'Asia/Kathmandu', APP_SECRET: 'test-secret-of-at-least-32-characters', LOG_LEVEL: 'error' },
}

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // All cores: these files wait for servers more than they compute, and each has a database of its own.
    maxWorkers: '100%',
    // A process for each file would cost as much as half of what the files do.
    isolate: false,
    setupFiles: 'tests/support/run/isolate-file.ts',
    projects: [
      { extends: true, test: { ...sharedOptions, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      // Needs LibreOffice: `npm run test:office`.
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
