'use server'

import { refresh } from 'next/cache'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { listImmediateSends } from '@/lib/notifications/immediate-sends'
import { previewMail } from '@/lib/notifications/preview'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { saveNotificationSettings } from '@/lib/sessions/notification-settings'
import { notificationSettingsSchema } from '@/lib/sessions/schema'
import type { NotificationSettingsState } from './_components/notification-settings-form'
import type { NotificationSettingsPreview } from './_components/notification-settings-preview'

const reminderFields = ['remindWeekBefore', 'remindDayBefore', 'remindHourBefore', 'remindOrganisers'] as const

/** Keeps which mails go out by themselves; when that sends something at once, it is shown first. */
export async function notificationSettingsAction(
  id: string,
  _previous: NotificationSettingsState,
  form: FormData,
): Promise<NotificationSettingsState> {
  const organiser = await requireOrganiser(routes.notificationSettings(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const values = readFields(form, ...reminderFields, 'followUpAudience', 'materials', 'evaluationUrl')
  const parsed = notificationSettingsSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const settings = parsed.data

  const { intent, seen, previewed, expected } = readFields(form, 'intent', 'seen', 'previewed', 'expected')
  const now = clock.now()
  const due = await listImmediateSends(sessionId, settings, now)
  if (due.length > 0) {
    if (intent !== 'send') return await showPreview(null)
    if (previewed !== previewDigest(settings)) return await showPreview('edited')
    if (expected !== previewDigest(due)) return await showPreview('due-changed')
  }
  const saved = await saveNotificationSettings({ sessionId, settings, seen }, { now, organiserId: organiser.id })
  refresh()
  return saved.ok ? { status: 'saved' } : { status: 'refused', reason: saved.reason, values }

  async function showPreview(
    staleReason: NotificationSettingsPreview['staleReason'],
  ): Promise<NotificationSettingsState> {
    const mails = due.map(async (mail) => ({
      ...mail,
      mailPreview: await previewMail({ sessionId, kind: mail.kind, afterwards: settings }, { now }),
    }))
    const preview = {
      due: await Promise.all(mails),
      previewDigest: previewDigest(settings),
      dueDigest: previewDigest(due),
      staleReason,
    }
    return { status: 'previewed', values, preview }
  }
}
