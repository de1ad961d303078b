import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfNeeded } from '@/lib/platform/start/build'
import { ensureChromium } from '@/tests/support/browser/chromium'
import { runChecks } from './check'
import { runNodeScript } from './command'
import {
  countSilentFailure,
  formatSummary,
  readPlaywrightReport,
  readVitestReport,
  singleResult,
  sumResults,
  type TestSummary,
} from './test-summary'

type Suite = (report: string) => Promise<TestSummary>

const suites: Record<string, Suite> = {
  check: runChecks,
  unit: vitest('unit'),
  build,
  integration: vitest('integration'),
  e2e: playwright,
  faults: vitest('integration', [
    'worker/crash',
    'worker/throughput',
    'registrations/registration-form',
    'registrations/waitlist/concurrency',
    'site/slow-clients',
    'site/hostile-input',
    'site/link-recovery',
    'site/rebuild',
    'site/start-and-stop',
    'embedded-postgres/crash',
  ]),
  pace: vitest('integration', ['site/admin-performance']),
}
const defaultSuites = ['check', 'unit', 'build', 'integration', 'e2e']
// The other suites start the site several times concurrently, so it is built once beforehand.
const suitesWithoutBuild = ['check', 'unit']

/** `npm test` runs the default suites, each also after a failed one. `npm test -- unit` runs one suite. */
async function main(requested: string[]) {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const unknown = requested.filter((name) => !suites[name])
  if (unknown.length > 0)
    return rejectArguments(`No suite ${unknown.join(', ')}: choose from ${Object.keys(suites).join(', ')}.`)

  const wanted = requested.length > 0 ? requested : defaultSuites
  const needsBuild = wanted.some((name) => !suitesWithoutBuild.includes(name))
  const isWanted = (name: string) => wanted.includes(name) || (name === 'build' && needsBuild)
  const reportFolder = await mkdtemp(path.join(tmpdir(), 'aanschuif-run-'))
  const summaries: TestSummary[] = []
  for (const [name, suite] of Object.entries(suites)) {
    if (!isWanted(name)) continue
    console.log(`\n── ${name} ──`)
    summaries.push(await suite(path.join(reportFolder, `${name}.json`)).catch(reportCrash))
  }
  await rm(reportFolder, { recursive: true })

  const total = sumResults(summaries)
  process.exitCode = total.failed > 0 ? 1 : 0
  console.log(`\n${formatSummary(total)}`)
}

/** Runs the test files of a project, or those of its files that are named without `.test.ts`. */
function vitest(project: string, names: string[] = []): Suite {
  return async (report) => {
    const files = names.map((name) => `tests/${project}/${name}.test.ts`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const args = ['run', '--project', project, ...files, ...reporters]
    const { succeeded } = await runNodeScript('vitest/vitest.mjs', args, { show: true })
    return countSilentFailure(await readVitestReport(report), succeeded)
  }
}

async function build(): Promise<TestSummary> {
  await buildIfNeeded(console.log)
  console.log('✓ built')
  return singleResult(true)
}

async function playwright(report: string): Promise<TestSummary> {
  const env = { CHROMIUM_PATH: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const { succeeded } = await runNodeScript('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    show: true,
    env,
  })
  return countSilentFailure(await readPlaywrightReport(report), succeeded)
}

function reportCrash(error: unknown): TestSummary {
  console.error(error instanceof Error ? error.message : error)
  return singleResult(false)
}

function rejectArguments(message: string) {
  console.error(message)
  process.exitCode = 2
}

await main(process.argv.slice(2))
