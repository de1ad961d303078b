import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findChromium } from '@/tests/support/chromium'

/**
 * `npm test` tells without a script what a participant does and how the desk is gone through, and at 320 px in the dark one
 * story of each kind of page; `STORIES=whole` (npm run test:stories) tells all.
 */
const whole = process.env.STORIES === 'whole'
const stories = (names: string) => new RegExp(whole ? '\\.spec\\.ts' : `/(${names})\\.spec\\.ts`)
const withoutScript = stories(
  'home|keyboard|sign-up|own-.*|hand-over|lost-link|privacy|release|waiting-list|desk|states',
)
const narrow = stories('home|sign-up|own-sign-up|sign-ups|questions|tables')
const others = { dependencies: ['first-organiser'] }

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/support/e2e-site.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalTimeout: 15 * 60_000,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    // Known from the set-up on, so in every worker.
    baseURL: process.env.E2E_URL,
    locale: 'nl-NL',
    // Whatever the reader's zone is, the dates on the page are those of Amsterdam.
    timezoneId: 'Asia/Kathmandu',
    // Every press that scrolls would take a second more.
    contextOptions: { reducedMotion: 'reduce' },
    // Sooner than the story itself gives up, so that its end names the line.
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // Filming every story in case one fails costs a sixth of the time: `npx playwright test --trace on` films one.
    trace: 'off',
    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
  },
  projects: [
    // The first thing that happens on a new site; all other stories need its organiser.
    { name: 'first-organiser', testMatch: 'first-organiser.ts' },
    { name: 'with-javascript', ...others },
    {
      name: 'without-javascript',
      ...others,
      use: { javaScriptEnabled: false },
      testMatch: withoutScript,
      testIgnore: /(with-script|moments|logging-in)\.spec\.ts/,
    },
    {
      name: 'narrow-and-dark',
      ...others,
      use: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
      testMatch: narrow,
      testIgnore: /(with-script|keyboard|states|logging-in)\.spec\.ts/,
    },
  ],
})
