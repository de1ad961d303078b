import { auditBy, type By } from '@/lib/audit/commands'
import { findMunicipality } from '@/lib/municipalities/queries'
import { db, type Transaction } from '@/lib/platform/db'
import { type LinkOwner, readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { questionIsInTime, whyClosed } from '@/lib/sessions/rules'
import { signUpAgain } from './again'
import { countsAsTakingPart, whyNotTakePart } from './rules'
import type { RegisterRefusal, TakePartRefusal } from './schema'
import {
  auditRegistration,
  insertRegistration,
  queueConfirmation,
  type SignUp,
  storeAnswers,
  waitForOrganisers,
} from './store'

/**
 * Signs somebody up in one transaction: registration, answers, confirmation in the outbox, audit entry. The unique index
 * over session and address decides whether this is the first; a second time (again.ts) answers the same: whose sign-up it is
 * and whether the question is in time.
 * Refuses with a reason when signing up is closed at `now` or the input names what does not exist.
 */
export async function registerParticipant(
  input: SignUp,
  { now }: { now: Date },
): Promise<Result<LinkOwner & { questionInTime: boolean }, RegisterRefusal>> {
  if (input.municipalityCode && !findMunicipality(input.municipalityCode)) {
    return { ok: false, reason: 'unknown-municipality' }
  }
  return db().$transaction(async (tx) => {
    await waitForOrganisers(tx, input.sessionId)
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, publishedAt: { not: null } },
      include: { questions: { where: { retiredAt: null }, select: { id: true } } },
    })
    if (!session) return { ok: false, reason: 'unknown-session' }
    const closed = whyClosed(session, now)
    if (closed) return { ok: false, reason: closed }
    const asked = new Set(session.questions.map(({ id }) => id))
    if (Object.keys(input.answers).some((id) => !asked.has(id))) return { ok: false, reason: 'unknown-question' }

    const questionInTime = questionIsInTime(session, now)
    const created = await insertRegistration(tx, input, questionInTime, now)
    if (created) {
      await storeAnswers(tx, created.id, input.answers)
      await queueConfirmation(tx, { sessionId: input.sessionId, registrationId: created.id, now })
      await auditRegistration(tx, 'registration.created', { now, registrationId: created.id })
    }
    const owner = created ?? (await signUpAgain(tx, input, { questionInTime, now }))
    return { ok: true, value: { ...owner, questionInTime } }
  })
}

/**
 * Notes that this participant takes part, and gives the meeting's own address to go to. Pressed again it notes nothing more.
 * Only from an hour before the start on it counts: earlier somebody just tries the link. Refuses when there is nothing to go
 * to at `now`.
 */
export async function takePart(
  token: string,
  { now }: { now: Date },
): Promise<Result<{ link: string }, TakePartRefusal>> {
  const owner = readPersonalToken('take-part', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  return await db().$transaction(async (tx) => {
    const found = await tx.registration.findFirst({
      where: owner,
      select: {
        cancelledAt: true,
        session: {
          select: {
            startsAt: true,
            endsAt: true,
            cancelledAt: true,
            releases: { orderBy: { number: 'desc' }, take: 1, select: { onlineLink: true } },
          },
        },
      },
    })
    const [release] = found?.session.releases ?? []
    const refused = whyNotTakePart(found && { ...found, released: release !== undefined }, now)
    if (refused || !found || !release) return { ok: false, reason: refused ?? 'unknown-link' }
    if (countsAsTakingPart(found.session, now)) await noteTakingPart(tx, owner.id, now)
    return { ok: true, value: { link: release.onlineLink } }
  })
}

async function noteTakingPart(tx: Transaction, id: string, now: Date) {
  const { count } = await tx.registration.updateMany({ where: { id, tookPartAt: null }, data: { tookPartAt: now } })
  if (count === 0) return
  await auditRegistration(tx, 'registration.took-part', { now, registrationId: id })
}

/** Writes in the trail that an organiser took the sign-ups of a kennissessie (its id, a UUID) along as a file. */
export async function noteExport(sessionId: string, by: By): Promise<void> {
  const entry = { action: 'registrations.exported', subjectType: 'session', subjectId: sessionId }
  await db().$transaction((tx) => auditBy(tx, by, entry))
}
