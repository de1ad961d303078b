import { db, Prisma } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { clearMails, hasContent, isFinished } from './mail-content'
import { namesPurgeAt, type RetentionPeriods } from './rules'

const erasedSubject = 'Bericht gewist'
const erasedText = 'Tekst gewist'

const explained: Prisma.TriageRoundWhereInput = { explanation: { notIn: ['', erasedText] } }

/** Blanks custom messages, round explanations and mails to organisers of sessions whose `names` period ended. */
export async function purgeSessionTexts(periods: RetentionPeriods, now: Date): Promise<void> {
  const sessions = await db().session.findMany({
    where: {
      AND: [
        { OR: [{ endsAt: { lt: now } }, { cancelledAt: { lt: now } }] },
        {
          OR: [
            { customMessages: { some: { subject: { not: erasedSubject } } } },
            { triageRounds: { some: explained } },
            { messages: { some: { registrationId: null, ...hasContent } } },
          ],
        },
      ],
    },
    select: { id: true, endsAt: true, cancelledAt: true },
  })
  for (const { id, ...dates } of sessions) {
    if (namesPurgeAt(dates, periods) <= now) await purgeTextsOfSession(id, periods, now)
  }
}

async function purgeTextsOfSession(sessionId: string, periods: RetentionPeriods, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
    const dates = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { endsAt: true, cancelledAt: true },
    })
    // It may have been rescheduled meanwhile.
    if (namesPurgeAt(dates, periods) > now) return
    // Unfinished mails wait for a later run.
    await tx.customMessage.updateMany({
      where: { sessionId, messages: { every: isFinished } },
      data: { subject: erasedSubject, text: '', selection: Prisma.DbNull },
    })
    await tx.triageRound.updateMany({ where: { sessionId, ...explained }, data: { explanation: erasedText } })
    await clearMails(tx, { sessionId, registrationId: null, ...isFinished }, now)
  })
}
