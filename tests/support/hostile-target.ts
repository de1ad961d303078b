import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/platform/db'
import { personalToken } from '@/lib/platform/personal-token'
import { addParticipant, makeSession } from './sign-up'

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)

/** How a kennissessie stands, so that every form there is stands on one of its pages. */
export const stages = ['coming', 'held', 'closed'] as const
export type Stage = (typeof stages)[number]

const been = { questionDeadlineAt: -20, registrationClosesAt: -10, startsAt: -1, endsAt: -0.9 }
const moments: Record<Stage, typeof been> = {
  coming: { questionDeadlineAt: 20, registrationClosesAt: 25, startsAt: 30, endsAt: 30.1 },
  held: been,
  closed: been,
}

/**
 * A kennissessie of its own with a bit of all that a page or a form can be about; gives what stands in the holes of an address
 * of the file, by the name of each.
 */
export async function makeTarget(db: PrismaClient, stage: Stage, organiserId: string) {
  const days = Object.entries(moments[stage]).map(([name, count]) => [name, daysFromNow(count)])
  const session = await makeSession(db, Object.fromEntries(days))
  // Nothing goes out by itself: what changes, was changed by who asked.
  const off = { remindWeekBefore: false, remindDayBefore: false, remindHourBefore: false, remindOrganisers: false }
  await db.session.update({ where: { id: session.id }, data: off })
  if (stage === 'closed') {
    const closing = { openPromises: 0, closedAt: new Date(), closedBy: organiserId }
    await db.triageClosing.create({ data: { sessionId: session.id, ...closing } })
  }
  const [, question] = session.questions
  const at = { createdAt: new Date(), createdBy: organiserId }
  const choices = { sessionId: session.id, label: 'Waar werk je?', required: false, options: 'Beleid\nUitvoering' }
  await db.question.createMany({
    data: [
      { ...choices, id: randomUUID(), position: 4, kind: 'one' },
      { ...choices, id: randomUUID(), position: 5, kind: 'several' },
    ],
  })
  const retired = await db.question.create({
    data: { sessionId: session.id, position: 6, label: 'Overbodig?', retiredAt: new Date() },
  })
  const { id: registrationId, email } = await addParticipant(db, session.id)
  await db.registration.update({ where: { id: registrationId }, data: { contactWish: 'email' } })
  const answer = await db.answer.create({
    data: { registrationId, questionId: question?.id ?? '', text: 'Hoe houden we dit vol?' },
  })
  const theme = await db.theme.create({
    data: { sessionId: session.id, name: 'Draagvlak', nameKey: 'draagvlak', position: 1 },
  })
  await db.triage.create({
    data: { answerId: answer.id, themeId: theme.id, position: 1, version: 1, state: 'awaiting' },
  })
  const request = { id: randomUUID(), answerId: answer.id, number: 1, way: 'email', askedAt: new Date() } as const
  await db.clarificationRequest.create({ data: { ...request, askedBy: organiserId } })
  await db.registrationNote.create({ data: { registrationId, text: 'Belt nog', ...at } })
  await db.release.create({
    data: {
      sessionId: session.id,
      number: 1,
      onlineLink: 'https://vergaderen.example.nl/1',
      agenda: 'Welkom',
      ...released(organiserId),
    },
  })
  const offered = await addParticipant(db, session.id)
  const place = { waitingSince: new Date(), offerExpiresAt: daysFromNow(2) }
  await db.registration.update({ where: { id: offered.id }, data: place })
  const letter = await db.letter.create({
    data: { sessionId: session.id, subject: 'Nog even', text: 'Dag {naam}', ...at },
  })
  const mail = { sessionId: session.id, registrationId, createdAt: new Date(), dueAt: daysFromNow(1) }
  const failed = await db.message.create({
    data: { ...mail, kind: 'confirmation', dedupeKey: `hostile:${registrationId}`, failedAt: new Date() },
  })
  await db.message.create({
    data: { ...mail, kind: 'letter', dedupeKey: `hostile:${letter.id}`, letterId: letter.id },
  })
  const invited = await db.organiser.create({
    data: {
      id: randomUUID(),
      name: 'Voorbeeld',
      email: `${randomUUID()}@example.nl`,
      linkVersion: 1,
      linkExpiresAt: daysFromNow(1),
    },
  })
  const forgetful = await db.organiser.create({
    data: {
      id: randomUUID(),
      name: 'Voorbeeld',
      email: `${randomUUID()}@example.nl`,
      acceptedAt: new Date(),
      linkVersion: 1,
      linkExpiresAt: daysFromNow(1),
    },
  })
  const asked = { linkVersion: 1, requestedAt: new Date(), expiresAt: daysFromNow(2) }
  const renamed = await db.addressRequest.create({
    data: { id: randomUUID(), registrationId, email: `${randomUUID()}@example.nl`, oldEmail: email, ...asked },
  })
  const token = {
    'nieuw-adres': personalToken('new-address', renamed),
    deelnemen: personalToken('take-part', { id: registrationId, linkVersion: 1 }),
    aanmelding: personalToken('manage', { id: registrationId, linkVersion: 1 }),
    plek: personalToken('take-place', { id: offered.id, linkVersion: 1 }),
    uitnodiging: personalToken('invitation', invited),
    wachtwoord: personalToken('new-password', forgetful),
  }
  const values = {
    slug: session.slug,
    id: session.id,
    aanmelding: registrationId,
    antwoord: answer.id,
    bericht: failed.id,
    brief: letter.id,
    soort: 'thanks',
    vraag: retired.id,
    organisator: invited.id,
  }
  return {
    ids: [session.id, registrationId, offered.id],
    /** Of people at the desk: who is invited, and who asked for a new password. */
    organiserIds: [invited.id, forgetful.id],
    valuesFor(file: string): Record<string, string> {
      const [, door = ''] = file.match(/([^/]+)\/\[token\]/) ?? []
      return { ...values, token: token[door as keyof typeof token] ?? '' }
    },
  }
}

export type Target = Awaited<ReturnType<typeof makeTarget>>

const released = (releasedBy: string) => ({ releasedAt: new Date(), releasedBy })
