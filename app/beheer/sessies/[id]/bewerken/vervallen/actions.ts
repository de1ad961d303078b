'use server'

import { redirect } from 'next/navigation'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { previewMail } from '@/lib/notifications/preview'
import { getAffectedCount } from '@/lib/notifications/queries'
import { routes } from '@/lib/platform/routes'
import { cancelSession } from '@/lib/sessions/cancellation'
import { cancelSchema } from '@/lib/sessions/schema'
import type { CancelSessionPreview, CancelSessionState } from './_components/cancel-session-form'

/** Previews cancelling a session; the intent `confirm` cancels it. Refuses if the recipients changed meanwhile. */
export const cancelSessionAction = adminFormAction(
  { params: [idOr404], returnTo: routes.cancelSession, read: fields('reason'), schema: cancelSchema },
  async ({ params: [sessionId], input, values, intent, previewed, expected, actor }): Promise<CancelSessionState> => {
    await sessionOr404(sessionId)
    const { reason } = input
    const digest = previewDigest(reason)
    if (intent !== 'confirm' || previewed !== digest) {
      return { status: 'previewed', values, preview: await buildPreview(intent === 'confirm' ? 'edited' : null) }
    }
    const result = await cancelSession({ sessionId, reason, expected: Number(expected) }, actor)
    if (result.ok) redirect(routes.editSession(sessionId, 'cancelled'))
    const preview = result.reason === 'recipients-changed' ? await buildPreview(null) : null
    return { status: 'refused', reason: result.reason, values, preview }

    async function buildPreview(staleReason: CancelSessionPreview['staleReason']): Promise<CancelSessionPreview> {
      const [{ recipients, counts }, mailPreview] = await Promise.all([
        getAffectedCount(sessionId),
        previewMail({ sessionId, kind: 'sessionCancelled', cancelReason: reason }, { now: actor.now }),
      ])
      return { reason, counts, mailPreview, expected: recipients, digest, staleReason }
    }
  },
)
