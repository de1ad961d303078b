import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { disabledKinds } from '@/lib/notifications/schedule'
import { cancelUnsent } from '@/lib/outbox/cancel'
import type { MessageKind } from '@/lib/outbox/schema'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { deriveDigest } from '@/lib/platform/tokens'
import { auditSession, lockSession } from './locks'
import { type NotificationSettings, type NotificationSettingsRefusal, notificationSettingsSchema } from './schema'

/** Returns a digest that differs as soon as one setting differs. */
const settingsFingerprint = (settings: NotificationSettings) =>
  deriveDigest('looked-at', JSON.stringify(notificationSettingsSchema.keyof().options.map((key) => settings[key])))

/**
 * Returns the notification settings of a session with the times they depend on. `seen` is the fingerprint that
 * saveNotificationSettings expects back. Returns `null` when the session does not exist.
 */
export async function getNotificationSettings(sessionId: string) {
  const found = await db().notificationSettings.findUnique({
    where: { sessionId },
    include: {
      session: {
        select: { startsAt: true, endsAt: true, questionDeadlineAt: true, publishedAt: true, cancelledAt: true },
      },
    },
  })
  if (!found) return null
  const { session, ...settings } = found
  return { ...session, ...settings, seen: settingsFingerprint(settings) }
}

type SettingsUpdate = {
  sessionId: string
  settings: NotificationSettings
  /** Fingerprint from getNotificationSettings. */
  seen: string
}

/**
 * Saves which scheduled mails a session sends and cancels the unsent mails of disabled kinds. Saving the current
 * settings again succeeds without a change. Refuses with `changed-meanwhile` when the settings differ from `seen`.
 */
export async function saveNotificationSettings(
  { sessionId, settings, seen }: SettingsUpdate,
  { now, organiserId }: Actor,
): Promise<Result<null, NotificationSettingsRefusal>> {
  return await db().$transaction(async (tx) => {
    if (!(await lockSession(tx, sessionId))) return refuse('unknown-session')
    const current = await tx.notificationSettings.findUniqueOrThrow({ where: { sessionId } })
    if (settingsFingerprint(settings) === settingsFingerprint(current)) return ok(null)
    if (seen !== settingsFingerprint(current)) return refuse('changed-meanwhile')

    await tx.notificationSettings.update({ where: { sessionId }, data: settings })
    await cancelUnsent(tx, { sessionId, kinds: kindsToCancel(settings, current), reason: 'switchedOff', now })
    await auditSession(tx, 'notificationSettingsSaved', { sessionId, now, organiserId })
    return ok(null)
  })
}

/** Includes the follow-up when it goes to another audience, so that it is scheduled again. */
function kindsToCancel(updated: NotificationSettings, current: NotificationSettings): MessageKind[] {
  const disabled = disabledKinds(updated)
  return updated.followUpAudience === current.followUpAudience ? disabled : [...disabled, 'followUp']
}
