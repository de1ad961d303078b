import { createServer, type Server } from 'node:http'
import path from 'node:path'
import next from 'next'
import { ensureOrganiserFromEnv, firstOrganiserLink } from '@/lib/organisers/commands'
import { hasOrganiser } from '@/lib/organisers/queries'
import { buildWhenNeeded } from '@/lib/platform/build'
import { clock } from '@/lib/platform/clock'
import { databaseAnswers, db } from '@/lib/platform/db'
import { env, siteUrl } from '@/lib/platform/env'
import { frontDoor } from '@/lib/platform/front-door/front-door'
import { logger } from '@/lib/platform/logger'
import { openTransport } from '@/lib/platform/mail'
import { migrate } from '@/lib/platform/migrate'
import { startPostgres } from '@/lib/platform/postgres/start'
import { routes } from '@/lib/platform/routes'
import { ensureAppSecret } from '@/lib/platform/secret'
import { StartError } from '@/lib/platform/start-error'
import { seed } from '@/prisma/seed'

const dev = process.env.NODE_ENV !== 'production'
const stopSignals = ['SIGINT', 'SIGTERM'] as const
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The whole product in one process, from the ground up: settings, database, site, worker. */
async function start() {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { DATA_DIR, PORT } = env()
  process.env.APP_SECRET = await ensureAppSecret(DATA_DIR, env().APP_SECRET)

  const postgres = env().DATABASE_URL ? null : await startPostgres({ dataDir: DATA_DIR })
  if (postgres) process.env.DATABASE_URL = postgres.url
  await prepareDatabase()
  if (!dev) await buildWhenNeeded(say)

  const server = createServer()
  const app = next({ dev, httpServer: server, port: PORT })
  await app.prepare()
  const handle = frontDoor({
    handle: app.getRequestHandler(),
    siteHost: new URL(siteUrl()).host,
    trustedProxies: env().TRUSTED_PROXIES,
    databaseAnswers,
    showFailures: dev,
  })
  server.on('request', (request, response) => void handle(request, response))
  await listen(server, PORT)

  const mailDir = path.join(DATA_DIR, 'mail')
  const transport = openTransport({ smtpUrl: env().SMTP_URL, from: env().MAIL_FROM, mailDir })
  // The mail templates take most of a second to load, so the site answers first.
  const { startWorker } = await import('@/lib/worker/start')
  const worker = startWorker({ transport, logger, now: clock.now })
  await tellWhatStands(mailDir)

  stopOnSignal(async () => {
    server.close()
    server.closeIdleConnections()
    await worker.stop()
    await db().$disconnect()
    await postgres?.leave()
  })
}

async function prepareDatabase() {
  const now = clock.now()
  await migrate(process.env.DATABASE_URL ?? '', { now })
  await seed(db(), now)
  const { ORGANISER_EMAIL: email, ORGANISER_PASSWORD: password } = env()
  if (email && password) await ensureOrganiserFromEnv({ email, password }, { now })
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

async function tellWhatStands(mailDir: string) {
  const database = env().DATABASE_URL ? 'de PostgreSQL van DATABASE_URL' : path.join(env().DATA_DIR, 'postgres')
  const { SMTP_URL } = env()
  const files = `als .eml-bestand in ${mailDir} (zet SMTP_URL om te versturen)`
  const mail = SMTP_URL ? `via ${new URL(SMTP_URL).host}` : files
  const logIn = `log in op ${siteUrl()}${routes.desk()}`
  const organiser = (await hasOrganiser()) ? logIn : `maak de eerste aan: ${firstOrganiserLink()}`
  say('')
  say('Aanschuif staat klaar.')
  say(`  Site         ${siteUrl()}`)
  say(`  Gegevens     ${database}`)
  say(`  Mail         ${mail}`)
  say(`  Organisator  ${organiser}`)
  say('')
}

/** Ends what is under way and then the process; a second signal ends it at once. */
function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false
  for (const signal of stopSignals) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      )
    })
  }
}

function fail(error: unknown): never {
  process.stderr.write(
    `\n${error instanceof StartError ? error.message : String(error instanceof Error ? error.stack : error)}\n\n`,
  )
  process.exit(1)
}

start().catch(fail)
