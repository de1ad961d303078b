import { db } from '@/lib/db/client'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRegistration } from '../change-log'
import { countsAsAttendance, joinMeetingRefusal } from '../rules'
import type { JoinMeetingRefusal } from '../schema'

/** Returns the link of the online meeting. Records attendance once, from an hour before the start. */
export async function joinMeeting(
  token: string,
  { now }: { now: Date },
): Promise<Result<{ link: string }, JoinMeetingRefusal>> {
  const owner = verifyPersonalToken('take-part', token)
  if (!owner) return refuse('unknown-link')
  return await db().$transaction(async (tx) => {
    const registration = await tx.registration.findFirst({
      where: owner,
      include: { session: { include: { releases: { orderBy: { number: 'desc' }, take: 1 } } } },
    })
    if (!registration) return refuse('unknown-link')
    const { id, session } = registration
    const [release] = session.releases
    const refusal = joinMeetingRefusal({ ...registration, isReleased: release !== undefined }, now)
    if (refusal || !release) return refuse(refusal ?? 'not-released')
    if (countsAsAttendance(session, now)) {
      const where = { id, tookPartAt: null }
      const { count } = await tx.registration.updateMany({ where, data: { tookPartAt: now } })
      if (count > 0) await auditRegistration(tx, 'meetingJoined', { now, registrationId: id })
    }
    return ok({ link: release.onlineLink })
  })
}
