import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/commands'
import type { PrismaClient } from '@/lib/db/client'
import { addDays, amsterdamInstant, monthAndYear, startOfDay, wallTime, weekday } from '@/lib/platform/time'
import { seedContent } from './seed-content'

const tuesday = 2
const seedLockId = 7_203_401

const { questions, ...texts } = seedContent

/** First session, with its actual times of 2022. */
const firstEdition = {
  slug: 'inclusief-gemeentebeleid-november-2022',
  startsAt: amsterdamInstant({ year: 2022, month: 11, day: 8, hour: 15, minute: 0 }),
  endsAt: amsterdamInstant({ year: 2022, month: 11, day: 8, hour: 16, minute: 30 }),
  questionDeadlineAt: amsterdamInstant({ year: 2022, month: 10, day: 17, hour: 14, minute: 0 }),
  registrationClosesAt: amsterdamInstant({ year: 2022, month: 11, day: 1, hour: 0, minute: 0 }),
}

const atTime = (day: Date, hour: number, minute: number) => amsterdamInstant({ ...wallTime(day), hour, minute })

/** Returns times in the same rhythm on the first Tuesday at least five weeks after `now`, so that registration is open. */
export function nextEdition(now: Date) {
  const fiveWeeksOn = addDays(startOfDay(now), 35)
  const day = addDays(fiveWeeksOn, (tuesday - weekday(fiveWeeksOn) + 7) % 7)
  return {
    slug: `inclusief-gemeentebeleid-${monthAndYear(day).replace(' ', '-')}`,
    startsAt: atTime(day, 15, 0),
    endsAt: atTime(day, 16, 30),
    questionDeadlineAt: atTime(addDays(day, -22), 14, 0),
    registrationClosesAt: addDays(day, -7),
  }
}

/** Creates two sessions in an empty database. An advisory lock serialises processes that start at the same time. */
export async function seed(db: PrismaClient, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${seedLockId})`
    if ((await tx.session.count()) > 0) return
    for (const edition of [firstEdition, nextEdition(now)]) {
      const id = randomUUID()
      await tx.session.create({
        data: {
          ...texts,
          ...edition,
          id,
          createdAt: now,
          publishedAt: now,
          notificationSettings: { create: {} },
          slugs: { create: { slug: edition.slug } },
          questions: { create: questions.map((question, index) => ({ ...question, position: index + 1 })) },
        },
      })
      const entry = { at: now, actor: 'system', subjectType: 'session', subjectId: id } as const
      await audit(tx, { ...entry, action: 'sessionCreated' })
      await audit(tx, { ...entry, action: 'sessionPublished' })
    }
  })
}
