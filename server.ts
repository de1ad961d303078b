import { envFiles } from '@/lib/platform/start/env-files'

// The modules below may read a setting when they load.

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import { db, isDatabaseReachable } from '@/lib/db/client'
import { UnreachableError } from '@/lib/db/connection-error'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/embedded-postgres/start'
import { createRequestHandler } from '@/lib/http/request-handler'
import { firstOrganiserLink } from '@/lib/organisers/account-links'
import { ensureOrganiserFromEnv } from '@/lib/organisers/commands'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { bounceMailboxSettings, env, mailDir, mailSettings, siteUrl } from '@/lib/platform/env'
import { captureConsole, logger } from '@/lib/platform/logger'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { routes } from '@/lib/platform/routes'
import { serverActionsKey } from '@/lib/platform/start/action-key'
import { ensureAppSecret } from '@/lib/platform/start/app-secret'
import { buildIfNeeded } from '@/lib/platform/start/build'
import { createShutdown } from '@/lib/platform/start/shutdown'
import { errorCode, StartError } from '@/lib/platform/start-error'
import { seed } from '@/prisma/seed'

const isDevelopment = process.env.NODE_ENV !== 'production'
const printLine = (line: string) => process.stdout.write(`${line}\n`)
const { onShutdown, handleSignal, shutDown, isShuttingDown } = createShutdown({
  exit: process.exit,
  elapsed: () => performance.now(),
})

// Limits for slow clients, in milliseconds. Node answers 408 and closes the connection after 10 s for the head of a
// request, and after 30 s for all of it (64 kB at 2 kB/s).
const serverTimeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 }

/** Starts all parts in this process: settings, database, site and worker. */
async function start() {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { DATA_DIR, HOST, PORT } = env()
  process.env.APP_SECRET = await ensureAppSecret(DATA_DIR, env().APP_SECRET)
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= serverActionsKey(process.env.APP_SECRET)

  if (!env().DATABASE_URL) {
    const starting = startPostgres({ dataDir: DATA_DIR })
    onShutdown(async () => (await starting.catch(() => null))?.detach(), { must: true })
    process.env.DATABASE_URL = (await starting).url
  }
  await prepareDatabase()
  onShutdown(() => db().$disconnect())
  if (!isDevelopment) {
    const building = new AbortController()
    onShutdown(() => building.abort())
    await buildIfNeeded(printLine, building.signal)
    captureConsole()
  }

  const server = createServer(serverTimeouts)
  const app = next({ dev: isDevelopment, httpServer: server, port: PORT })
  await app.prepare()
  const handle = createRequestHandler({
    handle: app.getRequestHandler(),
    siteUrl: siteUrl(),
    trustedProxies: env().TRUSTED_PROXIES,
    isDatabaseReachable,
    isDevelopment,
  })
  server.on('request', (request, response) => void handle(request, response))
  await listen(server, PORT, HOST)

  const transport = createMailTransport(mailSettings())
  // Loading the mail templates takes most of a second, so the site listens first.
  const { startWorker } = await import('@/lib/worker/start')
  const worker = startWorker({ transport, logger, now: clock.now, bounceMailbox: bounceMailboxSettings() })
  onShutdown(() => worker.stop())
  onShutdown(() => {
    server.close()
    server.closeIdleConnections()
  })
  await printStartSummary()
}

async function prepareDatabase() {
  await migrateWhenReachable(process.env.DATABASE_URL ?? '')
  const now = clock.now()
  await seed(db(), now)
  const { ORGANISER_EMAIL: email, ORGANISER_PASSWORD: password } = env()
  if (email && password) await ensureOrganiserFromEnv({ email, password }, { now })
}

/** Migrates the database. Retries while the database is unreachable: after a power cut it may start later than the site. */
async function migrateWhenReachable(url: string) {
  for (let isReported = false; ; isReported = true) {
    try {
      return await migrate(url, { now: clock.now() })
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error
      if (!isReported) printLine(`${error.message} De site wacht tot de database er is.`)
      await pause(2_000)
    }
  }
}

async function listen(server: Server, port: number, host: string | undefined) {
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    const advice: Record<string, string> = {
      EADDRINUSE: `Poort ${port} is al in gebruik. Kies een andere met PORT.`,
      EACCES: `Deze gebruiker mag poort ${port} niet openen. Kies met PORT een poort vanaf 1024.`,
      EADDRNOTAVAIL: `HOST=${host} is geen adres van deze computer. Kies een ander, of laat HOST weg.`,
      ENOTFOUND: `HOST=${host} is geen bekend adres. Kies een ander, of laat HOST weg.`,
    }
    const message = advice[errorCode(error) ?? '']
    throw message ? new StartError(message) : error
  }
}

async function printStartSummary() {
  const database = env().DATABASE_URL ? 'de PostgreSQL van DATABASE_URL' : path.join(env().DATA_DIR, 'postgres')
  const { SMTP_URL } = env()
  const mail = SMTP_URL
    ? `via ${new URL(SMTP_URL).host}`
    : `als .eml-bestand in ${mailDir()} (zet SMTP_URL om te versturen)`
  const organiser = (await findAnyOrganiser())
    ? `log in op ${siteUrl()}${routes.admin()}`
    : `maak de eerste aan: ${firstOrganiserLink()}`
  printLine(`
Aanschuif staat klaar.
  Site         ${siteUrl()}
  Gegevens     ${database}
  Mail         ${mail}
  Organisator  ${organiser}${envFiles.length > 0 ? `\n  Instellingen ook uit ${envFiles.join(' en ')}` : ''}
`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, handleSignal)

start().catch((error: unknown) => {
  // A shutdown during the start makes the start fail too.
  if (isShuttingDown()) return
  const stack = error instanceof Error && !(error instanceof StartError) && error.stack
  process.stderr.write(`\n${stack || (error instanceof Error ? error.message : String(error))}\n\n`)
  void shutDown(1)
})
