import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findChromium } from '@/tests/support/browser/chromium'

/**
 * `npm test` tells without a script what a participant does and how the desk is gone through, and at 320 px in the dark one
 * story of each kind of page; `STORIES=whole` (npm run test:stories) tells all.
 */
const runsAllStories = process.env.STORIES === 'whole'
const specPattern = (names: string) => new RegExp(runsAllStories ? '\\.spec\\.ts' : `/(${names})\\.spec\\.ts`)
const specsWithoutScript = specPattern(
  'home|keyboard-registration|registration|manage-registration|change-email|transfer|link-recovery|privacy|release|waitlist|admin-overview|error-states',
)
const narrowSpecs = specPattern('home|registration|manage-registration|registrations|triage|scrolling-table')
const afterFirstOrganiser = { dependencies: ['first-organiser'] }

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/support/browser/global-setup.ts',
  fullyParallel: true,
  workers: 3,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
    { name: 'first-organiser', testMatch: 'first-organiser.setup.ts' },
    { name: 'with-javascript', ...afterFirstOrganiser },
    {
      name: 'without-javascript',
      ...afterFirstOrganiser,
      use: { javaScriptEnabled: false },
      testMatch: specsWithoutScript,
      testIgnore: /\/(progressive-enhancement|content-security-policy|session-states|login)\.spec\.ts/,
    },
    {
      name: 'narrow-and-dark',
      ...afterFirstOrganiser,
      use: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
      testMatch: narrowSpecs,
      testIgnore:
        /\/(progressive-enhancement|content-security-policy|keyboard-registration|error-states|login)\.spec\.ts/,
    },
  ],
})
