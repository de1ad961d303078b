import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import { db, isDatabaseReachable } from '@/lib/db/client'
import { UnreachableError } from '@/lib/db/connection-error'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/embedded-postgres/start'
import { createRequestHandler } from '@/lib/http/request-handler'
import { serverTimeouts } from '@/lib/http/timeouts'
import { firstOrganiserLink } from '@/lib/organisers/account-links'
import { ensureOrganiserFromEnv } from '@/lib/organisers/commands'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { ensureAppSecret } from '@/lib/platform/app-secret'
import { buildIfNeeded } from '@/lib/platform/build'
import { clock } from '@/lib/platform/clock'
import { captureConsole } from '@/lib/platform/console-capture'
import { env, mailDir, siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { routes } from '@/lib/platform/routes'
import { createShutdown } from '@/lib/platform/shutdown'
import { StartError } from '@/lib/platform/start-error'
import { seed } from '@/prisma/seed'

const isDevelopment = process.env.NODE_ENV !== 'production'
const stopSignals = ['SIGINT', 'SIGTERM'] as const
const printLine = (line: string) => process.stdout.write(`${line}\n`)
const { onShutdown, handleSignal, shutDown, isShuttingDown } = createShutdown({
  exit: process.exit,
  elapsed: () => performance.now(),
})

/** Starts everything in one process: settings, database, site, worker. */
async function start() {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { DATA_DIR, PORT } = env()
  process.env.APP_SECRET = await ensureAppSecret(DATA_DIR, env().APP_SECRET)

  if (!env().DATABASE_URL) {
    const starting = startPostgres({ dataDir: DATA_DIR })
    onShutdown(async () => (await starting.catch(() => null))?.detach(), { must: true })
    process.env.DATABASE_URL = (await starting).url
  }
  await prepareDatabase()
  onShutdown(() => db().$disconnect())
  if (!isDevelopment) await buildSite()
  if (!isDevelopment) captureConsole()

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
  await listen(server, PORT)

  const transport = createMailTransport({ smtpUrl: env().SMTP_URL, from: env().MAIL_FROM, mailDir: mailDir() })
  // Loading the mail templates takes most of a second, so the site listens first.
  const { startWorker } = await import('@/lib/worker/start')
  const worker = startWorker({ transport, logger, now: clock.now })
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

/** Retries while the server is unreachable: after a power cut it may start later than the site. */
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

async function buildSite() {
  const abortController = new AbortController()
  onShutdown(() => abortController.abort())
  await buildIfNeeded(printLine, abortController.signal)
}

async function listen(server: Server, port: number) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Poort ${port} is al in gebruik. Kies een andere met PORT.`)
          : error,
      ),
    )
    server.listen(port, resolve)
  })
}

async function printStartSummary() {
  const database = env().DATABASE_URL ? 'de PostgreSQL van DATABASE_URL' : path.join(env().DATA_DIR, 'postgres')
  const { SMTP_URL } = env()
  const files = `als .eml-bestand in ${mailDir()} (zet SMTP_URL om te versturen)`
  const mail = SMTP_URL ? `via ${new URL(SMTP_URL).host}` : files
  const loginHint = `log in op ${siteUrl()}${routes.admin()}`
  const organiser = (await findAnyOrganiser()) ? loginHint : `maak de eerste aan: ${firstOrganiserLink()}`
  printLine(`
Aanschuif staat klaar.
  Site         ${siteUrl()}
  Gegevens     ${database}
  Mail         ${mail}
  Organisator  ${organiser}
`)
}

for (const signal of stopSignals) process.on(signal, handleSignal)

function describeError(error: unknown): string {
  if (error instanceof StartError) return error.message
  return (error instanceof Error && error.stack) || String(error)
}

start().catch((error: unknown) => {
  // A shutdown during the start makes the start fail too.
  if (isShuttingDown()) return
  process.stderr.write(`\n${describeError(error)}\n\n`)
  void shutDown(1)
})
