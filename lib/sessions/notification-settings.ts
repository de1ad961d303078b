import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { disabledKinds } from '@/lib/notifications/schedule'
import { cancelUnsent } from '@/lib/outbox/cancel'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { deriveDigest } from '@/lib/platform/tokens'
import { auditSession, changeSession } from './locks'
import { type NotificationSettings, type NotificationSettingsRefusal, notificationSettingsSchema } from './schema'

/** Returns a digest of notification settings. It differs once somebody has changed the settings. */
const settingsFingerprint = (settings: NotificationSettings) =>
  deriveDigest('looked-at', JSON.stringify(notificationSettingsSchema.keyof().options.map((key) => settings[key])))

/**
 * Returns the notification settings of a session with the times on which scheduled mails depend. `seen` is the
 * fingerprint that saveNotificationSettings expects back. Returns `null` when the session does not exist.
 */
export async function getNotificationSettings(sessionId: string) {
  const times = {
    startsAt: true,
    endsAt: true,
    questionDeadlineAt: true,
    registrationClosesAt: true,
    capacity: true,
    publishedAt: true,
    cancelledAt: true,
  } as const
  const include = { session: { select: times } }
  const found = await db().notificationSettings.findUnique({ where: { sessionId }, include })
  if (!found) return null
  const { session, ...settings } = found
  return { ...session, ...settings, seen: settingsFingerprint(settings) }
}

/**
 * Saves which scheduled mails a session sends and cancels the unsent mails of disabled kinds. Saving the current
 * settings again changes nothing. Refuses with `changed-meanwhile` when other settings were stored since `seen`.
 */
export async function saveNotificationSettings(
  { sessionId, settings, seen }: { sessionId: string; settings: NotificationSettings; seen: string },
  actor: Actor,
): Promise<Result<null, NotificationSettingsRefusal>> {
  return await changeSession(sessionId, async (tx) => {
    const current = await tx.notificationSettings.findUniqueOrThrow({ where: { sessionId } })
    if (settingsFingerprint(settings) === settingsFingerprint(current)) return ok(null)
    if (seen !== settingsFingerprint(current)) return refuse('changed-meanwhile')

    await tx.notificationSettings.update({ where: { sessionId }, data: settings })
    // A follow-up for another audience is cancelled too, so that it is scheduled again.
    const hasNewAudience = settings.followUpAudience !== current.followUpAudience
    const kinds = hasNewAudience ? [...disabledKinds(settings), 'followUp' as const] : disabledKinds(settings)
    await cancelUnsent(tx, { sessionId, kinds, reason: 'switchedOff', now: actor.now })
    await auditSession(tx, 'notificationSettingsSaved', sessionId, actor)
    return ok(null)
  })
}
