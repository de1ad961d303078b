import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import { ensureOrganiserFromEnv } from '@/lib/organisers/commands'
import { firstOrganiserLink } from '@/lib/organisers/first-link'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { buildWhenNeeded } from '@/lib/platform/build'
import { clock } from '@/lib/platform/clock'
import { sendConsoleToLog } from '@/lib/platform/console-to-log'
import { databaseAnswers, db } from '@/lib/platform/db'
import { makeEnding } from '@/lib/platform/ending'
import { env, mailDir, siteUrl } from '@/lib/platform/env'
import { frontDoor } from '@/lib/platform/front-door/front-door'
import { patience } from '@/lib/platform/front-door/patience'
import { logger } from '@/lib/platform/logger'
import { openTransport } from '@/lib/platform/mail'
import { migrate } from '@/lib/platform/migrate'
import { startPostgres } from '@/lib/platform/postgres/start'
import { routes } from '@/lib/platform/routes'
import { ensureAppSecret } from '@/lib/platform/secret'
import { StartError, UnreachableError } from '@/lib/platform/start-error'
import { seed } from '@/prisma/seed'

const dev = process.env.NODE_ENV !== 'production'
const stopSignals = ['SIGINT', 'SIGTERM'] as const
const say = (line: string) => process.stdout.write(`${line}\n`)
const { atEnd, asked, end, isEnding } = makeEnding({ exit: process.exit, elapsed: () => performance.now() })

/** The whole product in one process, from the ground up: settings, database, site, worker. */
async function start() {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { DATA_DIR, PORT } = env()
  process.env.APP_SECRET = await ensureAppSecret(DATA_DIR, env().APP_SECRET)

  if (!env().DATABASE_URL) {
    const starting = startPostgres({ dataDir: DATA_DIR })
    atEnd(async () => (await starting.catch(() => null))?.leave(), { must: true })
    process.env.DATABASE_URL = (await starting).url
  }
  await prepareDatabase()
  atEnd(() => db().$disconnect())
  if (!dev) await build()
  if (!dev) sendConsoleToLog()

  const server = createServer(patience)
  const app = next({ dev, httpServer: server, port: PORT })
  await app.prepare()
  const handle = frontDoor({
    handle: app.getRequestHandler(),
    siteUrl: siteUrl(),
    trustedProxies: env().TRUSTED_PROXIES,
    databaseAnswers,
    developing: dev,
  })
  server.on('request', (request, response) => void handle(request, response))
  await listen(server, PORT)

  const transport = openTransport({ smtpUrl: env().SMTP_URL, from: env().MAIL_FROM, mailDir: mailDir() })
  // The mail templates take most of a second to load, so the site answers first.
  const { startWorker } = await import('@/lib/worker/start')
  const worker = startWorker({ transport, logger, now: clock.now })
  atEnd(() => worker.stop())
  atEnd(() => {
    server.close()
    server.closeIdleConnections()
  })
  await tellWhatStands()
}

async function prepareDatabase() {
  await migrateWhenReachable(process.env.DATABASE_URL ?? '')
  const now = clock.now()
  await seed(db(), now)
  const { ORGANISER_EMAIL: email, ORGANISER_PASSWORD: password } = env()
  if (email && password) await ensureOrganiserFromEnv({ email, password }, { now })
}

/** After a power cut the database of DATABASE_URL may come up later than we do. */
async function migrateWhenReachable(url: string) {
  for (let told = false; ; told = true) {
    try {
      return await migrate(url, { now: clock.now() })
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error
      if (!told) say(`${error.message} De site wacht tot de database er is.`)
      await pause(2_000)
    }
  }
}

async function build() {
  const stopping = new AbortController()
  atEnd(() => stopping.abort())
  await buildWhenNeeded(say, stopping.signal)
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

async function tellWhatStands() {
  const database = env().DATABASE_URL ? 'de PostgreSQL van DATABASE_URL' : path.join(env().DATA_DIR, 'postgres')
  const { SMTP_URL } = env()
  const files = `als .eml-bestand in ${mailDir()} (zet SMTP_URL om te versturen)`
  const mail = SMTP_URL ? `via ${new URL(SMTP_URL).host}` : files
  const logIn = `log in op ${siteUrl()}${routes.desk()}`
  const organiser = (await findAnyOrganiser()) ? logIn : `maak de eerste aan: ${firstOrganiserLink()}`
  say(`
Aanschuif staat klaar.
  Site         ${siteUrl()}
  Gegevens     ${database}
  Mail         ${mail}
  Organisator  ${organiser}
`)
}

for (const signal of stopSignals) process.on(signal, asked)

function inWords(error: unknown): string {
  if (error instanceof StartError) return error.message
  return (error instanceof Error && error.stack) || String(error)
}

start().catch((error: unknown) => {
  // What is being taken down makes the start fail too.
  if (isEnding()) return
  process.stderr.write(`\n${inWords(error)}\n\n`)
  void end(1)
})
