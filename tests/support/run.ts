import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildWhenNeeded } from '@/lib/platform/build'
import { check } from './check'
import { ensureChromium } from './chromium'
import { node } from './command'
import { inWords, readPlaywright, readVitest, settle, single, sum, type Tally } from './tally'

type Suite = (report: string) => Promise<Tally>

const suites: Record<string, Suite> = {
  check,
  unit: vitest('unit'),
  build,
  integration: vitest('integration'),
  e2e: playwright,
}
// These start the site, several of them at once: built beforehand, and only once.
const onTheSite = ['integration', 'e2e']

/** `npm test`: every suite, also after one that failed, so that the sum is whole. `npm test -- unit` runs only that one. */
async function main(wanted: string[]) {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const unknown = wanted.filter((name) => !suites[name])
  if (unknown.length > 0)
    return refuse(`No suite ${unknown.join(', ')}: choose from ${Object.keys(suites).join(', ')}.`)

  const needsBuild = wanted.some((name) => onTheSite.includes(name))
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name) || (name === 'build' && needsBuild)
  const place = await mkdtemp(path.join(tmpdir(), 'aanschuif-run-'))
  const tallies: Tally[] = []
  for (const [name, suite] of Object.entries(suites)) {
    if (!isWanted(name)) continue
    console.log(`\n── ${name} ──`)
    tallies.push(await suite(path.join(place, `${name}.json`)).catch(crashed))
  }
  await rm(place, { recursive: true })

  const total = sum(tallies)
  process.exitCode = total.failed > 0 ? 1 : 0
  console.log(`\n${inWords(total)}`)
}

function vitest(project: string): Suite {
  return async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { well } = await node('vitest/vitest.mjs', ['run', '--project', project, ...reporters], { show: true })
    return settle(await readVitest(report), well)
  }
}

async function build(): Promise<Tally> {
  await buildWhenNeeded(console.log)
  console.log('✓ built')
  return single(true)
}

async function playwright(report: string): Promise<Tally> {
  const env = { CHROMIUM_PATH: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const { well } = await node('@playwright/test/cli.js', ['test', '--reporter=list,json'], { show: true, env })
  return settle(await readPlaywright(report), well)
}

function crashed(error: unknown): Tally {
  console.error(error instanceof Error ? error.message : error)
  return single(false)
}

function refuse(why: string) {
  console.error(why)
  process.exitCode = 2
}

await main(process.argv.slice(2))
