import { access, mkdtemp, rm } from 'node:fs/promises'
import { createServer, connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { findSiteProcess, isRunning, serverPid } from '@/tests/support/database/server-process'
import { createMigratedDatabase } from '@/tests/support/database/test-database'
import { isFullFaultRun } from '@/tests/support/run/full-run'
import {
  freePort,
  interruptStart,
  removeSiteData,
  startExpectingExit,
  startSite,
  startWithNpm,
} from '@/tests/support/servers/site'

const folders: string[] = []
async function createFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'aanschuif-start-'))
  folders.push(folder)
  return folder
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const hasPostmaster = (dataDir: string) =>
  access(path.join(dataDir, 'postgres/postmaster.pid')).then(
    () => true,
    () => false,
  )

it('an interrupted start stops the database server that it had started', async () => {
  const dataDir = await createFolder()
  const settings = { DATA_DIR: dataDir, PORT: String(await freePort()) }
  const { code, printed } = await interruptStart(settings, () => hasPostmaster(dataDir))
  expect(printed).not.toContain('staat klaar')
  expect(code).toBe(0)
  expect(await hasPostmaster(dataDir)).toBe(false)
}, 60_000)

/** A suspended site receives the signal later than npm would wait for. */
async function stopWhileBusy(npm: number) {
  const site = findSiteProcess(npm)
  process.kill(site, 'SIGSTOP')
  process.kill(npm, 'SIGTERM')
  await pause(500)
  if (isRunning(site)) process.kill(site, 'SIGCONT')
}
const signalProcessGroup = (npm: number, signal: NodeJS.Signals) => process.kill(-npm, signal)
const stopMethods: [string, (npm: number) => unknown][] = [
  ['SIGTERM, which npm forwards', (npm) => process.kill(npm, 'SIGTERM')],
  ['SIGTERM while the site is busy', stopWhileBusy],
  ['Ctrl-C, which the terminal sends to npm and the site', (npm) => signalProcessGroup(npm, 'SIGINT')],
  [
    'two Ctrl-C and a SIGTERM at once',
    (npm) => {
      for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) signalProcessGroup(npm, signal)
    },
  ],
]
it.each(isFullFaultRun ? stopMethods : stopMethods.slice(1, 3))(
  'npm start stops its database server after %s',
  async (_, stop) => {
    const dataDir = await createFolder()
    const { pid, ended } = await startWithNpm({ DATA_DIR: dataDir, PORT: String(await freePort()) })
    const server = serverPid(dataDir) ?? 0
    expect(isRunning(server)).toBe(true)
    await stop(pid)
    await ended
    await vi.waitFor(() => expect(isRunning(server)).toBe(false), { timeout: 20_000, interval: 50 })
    expect(await hasPostmaster(dataDir)).toBe(false)
  },
  60_000,
)

it('a failed start stops the database server that it had started', async () => {
  const dataDir = await createFolder()
  const portOwner = createServer()
  const port = await new Promise<number>((resolve) =>
    portOwner.listen(0, () => resolve((portOwner.address() as { port: number }).port)),
  )
  const { code, printed } = await startExpectingExit({ DATA_DIR: dataDir, PORT: String(port) })
  portOwner.close()
  expect(printed).toContain('is al in gebruik')
  expect(code).toBe(1)
  expect(await hasPostmaster(dataDir)).toBe(false)
}, 60_000)

it('the start waits for a database that is not reachable yet', async () => {
  const database = await createMigratedDatabase()
  onTestFinished(database.drop)
  const databaseUrl = new URL(database.url)
  let refusals = 0
  const gate = createServer((socket) => {
    if (refusals < 2) {
      refusals += 1
      return socket.destroy()
    }
    const server = dial(Number(databaseUrl.port), databaseUrl.hostname)
    for (const end of [socket, server]) end.on('error', () => undefined)
    socket.pipe(server).pipe(socket)
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const gateUrl = new URL(database.url)
  gateUrl.port = String((gate.address() as { port: number }).port)

  const site = await startSite({ env: { DATABASE_URL: gateUrl.href } })
  expect(refusals).toBe(2)
  expect(site.printed().match(/niet te bereiken/g)).toHaveLength(1)
  expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(200)
  await site.stop()
  await removeSiteData(site)
  gate.close()
}, 60_000)
