'use server'

import { refresh } from 'next/cache'
import { readFields } from '@/app/_lib/read-form-data'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import { previewMail } from '@/lib/notifications/preview'
import { listImmediateSends } from '@/lib/notifications/scheduler'
import { routes } from '@/lib/platform/routes'
import { saveNotificationSettings } from '@/lib/sessions/notification-settings'
import { notificationSettingsSchema } from '@/lib/sessions/schema'
import type { NotificationSettingsState } from './_components/notification-settings-form'

/** Saves which scheduled mails a session sends. If that would send mails at once, first returns a preview of them. */
export const notificationSettingsAction = adminFormAction(
  {
    params: [idOr404],
    returnTo: routes.notificationSettings,
    read: fields(...notificationSettingsSchema.keyof().options),
    schema: notificationSettingsSchema,
  },
  async ({
    params,
    input: settings,
    values,
    intent,
    form,
    actor,
    ...submitted
  }): Promise<NotificationSettingsState> => {
    const [sessionId] = params
    await sessionOr404(sessionId)
    const { now } = actor
    const due = await listImmediateSends(sessionId, settings, now)
    const [digest, expected] = [previewDigest(settings), previewDigest(due)]
    if (due.length > 0) {
      if (intent !== 'send') return await showPreview(null)
      if (submitted.previewed !== digest) return await showPreview('edited')
      if (submitted.expected !== expected) return await showPreview('due-changed')
    }
    const { seen } = readFields(form, 'seen')
    const saved = await saveNotificationSettings({ sessionId, settings, seen }, actor)
    refresh()
    return saved.ok ? { status: 'done', result: 'saved' } : { status: 'refused', reason: saved.reason, values }

    async function showPreview(staleReason: 'edited' | 'due-changed' | null): Promise<NotificationSettingsState> {
      const mails = due.map(async (mail) => ({
        ...mail,
        label: mailKindLabel(mail.kind),
        mailPreview: await previewMail({ sessionId, kind: mail.kind, afterwards: settings }, { now }),
      }))
      return { status: 'previewed', values, preview: { due: await Promise.all(mails), digest, expected, staleReason } }
    }
  },
)
