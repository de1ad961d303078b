import type { By } from '@/lib/audit/commands'
import { dropUnsent } from '@/lib/messages/commands'
import type { MessageKind } from '@/lib/messages/schema'
import { db, type Prisma } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { derive } from '@/lib/platform/tokens'
import { auditSession } from './held'
import type { MailPlan, MailPlanRefusal } from './schema'

const settings = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  thanksTo: true,
  materials: true,
  evaluationUrl: true,
} as const
type Settings = Prisma.SessionGetPayload<{ select: typeof settings }>

/** A mark of these settings: other ones give another mark. */
const markOf = (plan: Settings) =>
  derive('looked-at', JSON.stringify(Object.keys(settings).map((key) => plan[key as keyof Settings])))

/**
 * Which mails of a kennissessie (its id, a UUID) go out by themselves, with the moments they follow; null when there is no
 * such kennissessie. `seen` goes back with what is saved.
 */
export async function getMailPlan(id: string) {
  const plan = await db().session.findUnique({
    where: { id },
    select: {
      ...settings,
      startsAt: true,
      endsAt: true,
      questionDeadlineAt: true,
      publishedAt: true,
      cancelledAt: true,
    },
  })
  return plan && { ...plan, seen: markOf(plan) }
}

const kindOf = {
  remindWeekBefore: 'reminder-week',
  remindDayBefore: 'reminder-day',
  remindHourBefore: 'reminder-hour',
  remindOrganisers: 'question-deadline',
} as const

type Save = { sessionId: string; plan: MailPlan /** As getMailPlan gave it. */; seen: string }

/**
 * Says which mails of a session go out by themselves; what is switched off and did not go out yet stays here. Refuses when
 * a colleague saved something else since `seen`. Saved twice is saved.
 */
export async function saveMailPlan(
  { sessionId, plan: { thanksTo, evaluationUrl, ...ticks }, seen }: Save,
  { now, organiserId }: By,
): Promise<Result<null, MailPlanRefusal>> {
  return await db().$transaction(async (tx) => {
    if (!(await holdRow(tx, 'Session', sessionId))) return { ok: false, reason: 'unknown-session' }
    const standing = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: settings })
    const plan = { ...ticks, thanksTo: thanksTo === 'nobody' ? null : thanksTo, evaluationUrl: evaluationUrl || null }
    if (markOf(plan) === markOf(standing)) return { ok: true, value: null }
    if (seen !== markOf(standing)) return { ok: false, reason: 'changed-meanwhile' }

    await tx.session.update({ where: { id: sessionId }, data: plan })
    await dropUnsent(tx, { sessionId, kinds: switchedOff(plan, standing), reason: 'switched-off', now })
    await auditSession(tx, 'session.mail-plan-saved', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}

/** Thanks to others than before are planned anew. */
function switchedOff(plan: Settings, standing: Settings): MessageKind[] {
  const ticks = Object.keys(kindOf) as (keyof typeof kindOf)[]
  const off: MessageKind[] = ticks.filter((tick) => !plan[tick]).map((tick) => kindOf[tick])
  return plan.thanksTo === standing.thanksTo ? off : [...off, 'thanks']
}
