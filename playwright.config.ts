import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findChromium } from '@/tests/support/browser/chromium'

/**
 * `npm test` runs all stories with JavaScript, those of participants and some of organisers without JavaScript, and one of each
 * kind of page at 320 px with dark colours. `STORIES=whole` (npm run test:stories) runs every story in all three ways.
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
  // Two per core of a small machine, because stories mostly wait for the server and the worker.
  workers: 4,
  forbidOnly: Boolean(process.env.CI),
  // Generous: a busy machine must not fail a story, and a story that passes does not wait.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    // Set by the global set-up, which runs before the workers.
    baseURL: process.env.E2E_URL,
    locale: 'nl-NL',
    // Pages show Amsterdam time, whatever the time zone of the browser.
    timezoneId: 'Asia/Kathmandu',
    // Smooth scrolling would add a second to each click that scrolls.
    contextOptions: { reducedMotion: 'reduce' },
    // Shorter than the timeout of the story, so that the failure names the line of the action.
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    // Tracing costs a sixth of the time. `npx playwright test --trace on` records one story.
    trace: 'off',
    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
  },
  projects: [
    // Creates the first organiser on the new site, whom all other stories need.
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
