import { db, Prisma } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { eraseMessages, hasPersonalDataSql, isFinishedSql } from '@/lib/outbox/erase'
import { namesPurgeAt, type RetentionPeriods } from './rules'
import { erasedSubject } from './schema'

/** Erases what organisers wrote to the participants of kennissessies whose names are due, and what organisers were mailed about them. */
export async function purgeSessionMails(periods: RetentionPeriods, now: Date): Promise<void> {
  const sessions = await db().$queryRaw<{ id: string; endsAt: Date; cancelledAt: Date | null }[]>`
    SELECT s."id", s."endsAt", s."cancelledAt" FROM "Session" s
    WHERE LEAST(s."endsAt", s."cancelledAt") < ${now.toISOString()}::timestamptz AND (
      EXISTS (SELECT 1 FROM "CustomMessage" l WHERE l."sessionId" = s."id" AND l."subject" <> ${erasedSubject})
      OR EXISTS (SELECT 1 FROM "Message" m
        WHERE m."sessionId" = s."id" AND m."registrationId" IS NULL AND ${hasPersonalDataSql}))`
  for (const { id, ...dates } of sessions) {
    if (namesPurgeAt(dates, periods) <= now) await purgeMailsOfSession(id, periods, now)
  }
}

async function purgeMailsOfSession(sessionId: string, periods: RetentionPeriods, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
    const dates = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { endsAt: true, cancelledAt: true },
    })
    // It may have moved since.
    if (namesPurgeAt(dates, periods) > now) return
    // What is on its way or still to be written is for the next time.
    const isFinished = { OR: [{ sentAt: { not: null } }, { failedAt: { not: null } }, { cancelledAt: { not: null } }] }
    await tx.customMessage.updateMany({
      where: { sessionId, messages: { every: isFinished } },
      data: { subject: erasedSubject, text: '', selection: Prisma.DbNull },
    })
    const toOrganisers = Prisma.sql`m."sessionId" = ${sessionId}::uuid AND m."registrationId" IS NULL`
    await eraseMessages(tx, Prisma.sql`${toOrganisers} AND ${isFinishedSql}`, now)
  })
}
