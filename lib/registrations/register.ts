import { db } from '@/lib/db/client'
import { findMunicipality } from '@/lib/municipalities/queries'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { isBeforeQuestionDeadline, registrationRefusal } from '@/lib/sessions/rules'
import { handleDuplicateRegistration } from './duplicate-registration'
import { createRegistration, type NewRegistration, type RegistrationResult } from './insert'
import type { RegisterRefusal } from './schema'
import { hasFreeSeat } from './waitlist/rules'
import { countSeats, lockSeats } from './waitlist/seats'

/**
 * Registers a participant in one transaction: registration, answers, mail and audit entry. Without a free seat the
 * participant is waitlisted. The result does not reveal whether the address was registered before.
 */
export async function registerParticipant(
  input: NewRegistration,
  { now }: { now: Date },
): Promise<Result<RegistrationResult, RegisterRefusal>> {
  if (input.municipalityCode && !findMunicipality(input.municipalityCode)) return refuse('unknown-municipality')
  return await db().$transaction(async (tx) => {
    await lockSeats(tx, input.sessionId)
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, publishedAt: { not: null } },
      include: { questions: { where: { retiredAt: null }, select: { id: true } } },
    })
    if (!session) return refuse('unknown-session')
    const refusal = registrationRefusal(session, now)
    if (refusal) return refuse(refusal)
    const questionIds = new Set(session.questions.map(({ id }) => id))
    if (Object.keys(input.answers).some((id) => !questionIds.has(id))) return refuse('unknown-question')

    const isWaitlisted = session.capacity !== null && !hasFreeSeat(await countSeats(tx, input.sessionId))
    const askedBeforeDeadline = isBeforeQuestionDeadline(session, now)
    const initialStatus = { askedBeforeDeadline, waitlistedAt: isWaitlisted ? now : null }
    const created = await createRegistration(tx, input, initialStatus, { now })
    if (!created) return await handleDuplicateRegistration(tx, input, { ...initialStatus, now })
    return ok({ ...created, askedBeforeDeadline, isWaitlisted })
  })
}
