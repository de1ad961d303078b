import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/embedded-postgres/start'

// A site in miniature, for tests that need several processes or kill one: starts and migrates the database of the folder
// given, says so in one line, and leaves when its standard input ends.
const dataDir = process.argv[2]
if (!dataDir) throw new Error('usage: start-postgres <data folder>')

const started = performance.now()
const postgres = await startPostgres({ dataDir })
const applied = await migrate(postgres.url, { now: new Date() })
const took = Math.round(performance.now() - started)
process.stdout.write(`${JSON.stringify({ url: postgres.url, wasRunning: postgres.wasRunning, applied, took })}\n`)
process.stdin.resume().once('end', () => void postgres.detach().then(() => process.exit()))
