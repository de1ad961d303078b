import { getMailPause, getOldestUnsentAt } from '@/lib/outbox/delivery-health'
import { clock } from '@/lib/platform/clock'
import { databaseState } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** For monitoring: 200 if the database responds and is migrated, else 503. Contains no personal data and no secrets. */
export async function GET() {
  const report = await buildReport().catch(() => ({
    database: 'away' as const,
    oldestUnsentSeconds: null,
    mailPaused: null,
  }))
  const status = report.database === 'ready' ? 200 : 503
  return Response.json(report, { status, headers: { 'cache-control': 'no-store' } })
}

async function buildReport() {
  const database = await databaseState()
  const [oldest, pause] = database === 'ready' ? await Promise.all([getOldestUnsentAt(), getMailPause()]) : []
  const seconds = oldest && Math.max(0, Math.round((clock.now().getTime() - oldest.getTime()) / 1000))
  return { database, oldestUnsentSeconds: seconds ?? null, mailPaused: pause?.reason ?? null }
}
