import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/embedded-postgres/start'

// For tests that need several processes or kill one. Starts and migrates the database of the given folder, prints one line
// of JSON, and detaches when standard input ends.
const dataDir = process.argv[2]
if (!dataDir) throw new Error('usage: start-postgres <data folder>')

const postgres = await startPostgres({ dataDir })
const applied = await migrate(postgres.url, { now: new Date() })
process.stdout.write(`${JSON.stringify({ url: postgres.url, wasRunning: postgres.wasRunning, applied })}\n`)
process.stdin.resume().once('end', () => void postgres.detach().then(() => process.exit()))
