import type { Actor } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import type { MessageKind } from '@/lib/notifications/schema'
import { cancelUnsent } from '@/lib/outbox/enqueue'
import type { Result } from '@/lib/platform/result'
import { deriveDigest } from '@/lib/platform/tokens'
import { auditSession } from './locks'
import type { NotificationSettings, NotificationSettingsRefusal } from './schema'

const settingsFields = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  followUpAudience: true,
  materials: true,
  evaluationUrl: true,
} as const
type StoredSettings = Prisma.SessionGetPayload<{ select: typeof settingsFields }>

/** A mark of these settings: other ones give another mark. */
const settingsFingerprint = (settings: StoredSettings) =>
  deriveDigest(
    'looked-at',
    JSON.stringify(Object.keys(settingsFields).map((key) => settings[key as keyof StoredSettings])),
  )

/**
 * Which mails of a kennissessie (its id, a UUID) go out by themselves, with the moments they follow; null when there is no
 * such kennissessie. `seen` goes back with what is saved.
 */
export async function getNotificationSettings(id: string) {
  const settings = await db().session.findUnique({
    where: { id },
    select: {
      ...settingsFields,
      startsAt: true,
      endsAt: true,
      questionDeadlineAt: true,
      publishedAt: true,
      cancelledAt: true,
    },
  })
  return settings && { ...settings, seen: settingsFingerprint(settings) }
}

const kindByToggle = {
  remindWeekBefore: 'reminder-week',
  remindDayBefore: 'reminder-day',
  remindHourBefore: 'reminder-hour',
  remindOrganisers: 'question-deadline',
} as const

type SettingsUpdate = { sessionId: string; settings: NotificationSettings /** As getMailPlan gave it. */; seen: string }

/**
 * Says which mails of a session go out by themselves; what is switched off and did not go out yet stays here. Refuses when
 * a colleague saved something else since `seen`. Saved twice is saved.
 */
export async function saveNotificationSettings(
  { sessionId, settings: { followUpAudience, evaluationUrl, ...toggles }, seen }: SettingsUpdate,
  { now, organiserId }: Actor,
): Promise<Result<null, NotificationSettingsRefusal>> {
  return await db().$transaction(async (tx) => {
    if (!(await lockRow(tx, 'Session', sessionId))) return { ok: false, reason: 'unknown-session' }
    const current = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: settingsFields })
    const updated = {
      ...toggles,
      followUpAudience: followUpAudience === 'nobody' ? null : followUpAudience,
      evaluationUrl: evaluationUrl || null,
    }
    if (settingsFingerprint(updated) === settingsFingerprint(current)) return { ok: true, value: null }
    if (seen !== settingsFingerprint(current)) return { ok: false, reason: 'changed-meanwhile' }

    await tx.session.update({ where: { id: sessionId }, data: updated })
    await cancelUnsent(tx, { sessionId, kinds: disabledKinds(updated, current), reason: 'switched-off', now })
    await auditSession(tx, 'notificationSettingsSaved', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}

/** Thanks to others than before are planned anew. */
function disabledKinds(updated: StoredSettings, current: StoredSettings): MessageKind[] {
  const toggles = Object.keys(kindByToggle) as (keyof typeof kindByToggle)[]
  const disabled: MessageKind[] = toggles.filter((tick) => !updated[tick]).map((tick) => kindByToggle[tick])
  return updated.followUpAudience === current.followUpAudience ? disabled : [...disabled, 'thanks']
}
