import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { settingNames } from '@/lib/platform/env'

export type Site = {
  url: string
  dataDir: string
  /** Returns the output of the site so far. */
  printed(): string
  /** Stops the site as Ctrl-C does, and waits until it has exited. */
  stop(): Promise<void>
  /** Sends SIGKILL. */
  kill(): Promise<void>
  /** Returns the mails to an address, in the order of sending. */
  mailsTo(address: string): Promise<{ subject: string; text: string; raw: string }[]>
}

type StartSiteOptions = { dataDir?: string; env?: Record<string, string> }

/** Starts the site as `npm start` does, on a free port and by default in a new data folder. */
export async function startSite({ dataDir, env = {} }: StartSiteOptions = {}): Promise<Site> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'aanschuif-site-')))
  const port = await freePort()
  const { child, printed } = spawnSite({ PORT: String(port), DATA_DIR: folder, ...env })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => printed().includes('staat klaar') && resolve())
    child.once('exit', (code) => reject(new Error(`The site stopped with ${code}:\n${printed()}`)))
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stopWith = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return {
    url: `http://localhost:${port}`,
    dataDir: folder,
    printed,
    stop: () => stopWith('SIGTERM'),
    kill: () => stopWith('SIGKILL'),
    mailsTo: (address) => readMails(path.join(folder, 'mail'), address),
  }
}

/** Starts the site and interrupts it once `shouldInterrupt` returns true. Returns the exit code and output. */
export async function interruptStart(env: Record<string, string>, shouldInterrupt: () => Promise<boolean>) {
  const { child, printed } = spawnSite(env)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  while (child.exitCode === null && !(await shouldInterrupt())) await pause(10)
  child.kill('SIGINT')
  return { code: await ended, printed: printed() }
}

/** Runs `npm start` in its own process group, as a shell does. Returns the process id of npm once the site is ready. */
export async function startWithNpm(settings: Record<string, string>) {
  const { child, printed } = spawnSite(settings, { command: 'npm', args: ['start'], detached: true })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  while (!printed().includes('staat klaar')) {
    if (child.exitCode !== null) throw new Error(`npm start stopped:\n${printed()}`)
    await pause(50)
  }
  return { pid: child.pid ?? 0, ended }
}

/** Starts the site with settings that should make it exit. Returns the exit code and output. */
export async function startExpectingExit(
  env: Record<string, string>,
): Promise<{ code: number | null; printed: string }> {
  const { child, printed } = spawnSite(env)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, printed: printed() }
}

export const removeSiteData = (site: Site) => rm(site.dataDir, { recursive: true, force: true })

const nodeCommand = { command: process.execPath, args: ['--import', 'tsx', 'server.ts'], detached: false }

function spawnSite(
  settings: Record<string, string>,
  { command, args, detached } = nodeCommand,
): { child: ChildProcess; printed: () => string } {
  // The environment of the test run must not reach the site, nor the .env file of a developer: an empty setting counts as set.
  const { PATH = '', HOME = '' } = process.env
  const noSettings = Object.fromEntries(settingNames.map((name) => [name, '']))
  const machine = { PATH, HOME, NODE_ENV: 'production' as const, TZ: 'Asia/Kathmandu' }
  const env = { ...machine, ...noSettings, LOG_LEVEL: 'warn', ...settings }
  const child = spawn(command, args, { env, detached, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const appendOutput = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', appendOutput)
  child.stderr.on('data', appendOutput)
  return { child, printed: () => output }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function readMails(folder: string, address: string) {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const sources = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  const mails = await Promise.all(sources.map(async (raw) => ({ raw, parsed: await simpleParser(raw) })))
  const recipients = (to: (typeof mails)[number]['parsed']['to']) => [to ?? []].flat().flatMap(({ value }) => value)
  return mails
    .filter(({ parsed }) => recipients(parsed.to).some((to) => to.address === address))
    .map(({ raw, parsed }) => ({ subject: parsed.subject ?? '', text: parsed.text ?? '', raw }))
}
