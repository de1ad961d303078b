import { db, Prisma } from '@/lib/platform/db'
import { holdRow } from '@/lib/platform/row-lock'
import { eraseMails } from './erase-names'
import { hasContents, hasEnded } from './mail-contents'
import { type KeepTerms, namesEraseAt } from './rules'
import { erasedSubject } from './schema'

/** Erases what organisers wrote to the participants of kennissessies whose names are due, and what organisers were mailed about them. */
export async function eraseSessionMails(terms: KeepTerms, now: Date): Promise<void> {
  const sessions = await db().$queryRaw<{ id: string; endsAt: Date; cancelledAt: Date | null }[]>`
    SELECT s."id", s."endsAt", s."cancelledAt" FROM "Session" s
    WHERE LEAST(s."endsAt", s."cancelledAt") < ${now.toISOString()}::timestamptz AND (
      EXISTS (SELECT 1 FROM "Letter" l WHERE l."sessionId" = s."id" AND l."subject" <> ${erasedSubject})
      OR EXISTS (SELECT 1 FROM "Message" m
        WHERE m."sessionId" = s."id" AND m."registrationId" IS NULL AND ${Prisma.raw(hasContents)}))`
  for (const { id, ...over } of sessions) {
    if (namesEraseAt(over, terms) <= now) await eraseOf(id, terms, now)
  }
}

async function eraseOf(sessionId: string, terms: KeepTerms, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
    const over = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { endsAt: true, cancelledAt: true },
    })
    // It may have moved since.
    if (namesEraseAt(over, terms) > now) return
    // What is on its way or still to be written is for the next time.
    const settled = { OR: [{ sentAt: { not: null } }, { failedAt: { not: null } }, { droppedAt: { not: null } }] }
    await tx.letter.updateMany({
      where: { sessionId, messages: { every: settled } },
      data: { subject: erasedSubject, text: '', selection: Prisma.DbNull },
    })
    const toOrganisers = Prisma.sql`m."sessionId" = ${sessionId}::uuid AND m."registrationId" IS NULL`
    await eraseMails(tx, Prisma.sql`${toOrganisers} AND ${Prisma.raw(hasEnded)}`, now)
  })
}
