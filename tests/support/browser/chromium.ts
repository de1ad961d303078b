import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { runCommand, runNodeScript } from '@/tests/support/run/command'

// The headless shell has no window and is a quarter faster.
const executableNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]
const macApps = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
const isRoot = process.getuid?.() === 0

/** Blocks background requests and all other hosts. Root cannot use the sandbox. */
export const chromiumArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/** The path of a working Chromium: CHROMIUM_PATH, an installed one or that of Playwright. Undefined without one. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  const installed = PATH.split(path.delimiter).flatMap((folder) =>
    executableNames.map((name) => path.join(folder, name)),
  )
  return [...installed, ...macApps, chromium.executablePath()].find(canStart)
}

/** Finds Chromium, or installs it with Playwright or, as root on Debian, with apt. Throws with instructions otherwise. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium() ?? (await downloadChromium()) ?? (await installWithApt())
  if (found) return found
  throw new Error('No Chromium found: install one (for instance `apt install chromium`) or set CHROMIUM_PATH to it.')
}

async function downloadChromium(): Promise<string | undefined> {
  console.log('No Chromium found; asking Playwright for its own…')
  // Without a network Playwright would retry for minutes.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  await runNodeScript('@playwright/test/cli.js', ['install', '--no-shell', 'chromium'], {
    show: false,
    env,
    seconds: 180,
  })
  return findChromium()
}

async function installWithApt(): Promise<string | undefined> {
  if (!isRoot || !isDebian()) return undefined
  console.log('Installing the package chromium-headless-shell…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update'], { show: false, env, seconds: 120 })
  const packages = ['chromium-headless-shell', 'fonts-dejavu-core']
  const options = ['install', '-y', '--no-install-recommends', ...packages]
  const { output } = await runCommand('apt-get', options, { show: false, env, seconds: 300 })
  const found = findChromium()
  if (!found) console.log(output)
  return found
}

// A downloaded Chromium may lack system libraries.
const canStart = (file: string) => existsSync(file) && spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0

const isDebian = () => existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
