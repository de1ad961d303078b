'use server'

import { redirect } from 'next/navigation'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { ReleasePreview } from '@/app/beheer/sessies/[id]/vrijgeven/_components/release-form'
import { enqueueTestMail, previewMail } from '@/lib/notifications/preview'
import { getRecipientCount } from '@/lib/notifications/queries'
import { routes } from '@/lib/platform/routes'
import { getLatestRelease } from '@/lib/sessions/queries'
import { releaseSession } from '@/lib/sessions/release'
import { releaseRefusal } from '@/lib/sessions/rules'
import { releaseSchema } from '@/lib/sessions/schema'
import type { ReleaseState } from './_components/release-form'

/** Previews a release, mails it to the organiser as a test, or releases what was previewed. */
export const releaseAction = adminFormAction(
  {
    params: [idOr404],
    returnTo: (sessionId) => routes.release(sessionId),
    read: fields('onlineLink', 'agenda', 'after'),
    schema: releaseSchema,
  },
  async ({ params: [sessionId], input, values, intent, previewed, expected, now, actor }): Promise<ReleaseState> => {
    const session = await sessionOr404(sessionId)
    const requested = { ...input, after: Number(values.after) || 0 }
    const digest = previewDigest(requested)
    const latest = await getLatestRelease(sessionId)
    const mail = { sessionId, agenda: requested.agenda, ...mailKind() }
    if (intent === 'test') {
      await enqueueTestMail(mail, actor)
      return { status: 'done', result: 'tested', values }
    }
    if (intent !== 'release' || previewed !== digest) {
      const reason = releaseRefusal({ session, latest, requested }, now)
      if (reason) return { status: 'refused', reason, values }
      return await showPreview(intent === 'release' ? 'edited' : null)
    }
    const released = await releaseSession({ ...requested, sessionId, expected: Number(expected) }, actor)
    if (released.ok) redirect(routes.release(sessionId, released.value.number))
    if (released.reason === 'recipients-changed') return await showPreview(released.reason)
    return { status: 'refused', reason: released.reason, values }

    /** Every release after the first is a correction, and its mail says what changed. */
    function mailKind() {
      if (!latest) return { kind: 'release' } as const
      const linkChanged = latest.onlineLink !== requested.onlineLink
      const agendaChanged = latest.agenda !== requested.agenda
      return { kind: 'sessionChanged', correction: { linkChanged, agendaChanged } } as const
    }

    async function showPreview(staleReason: ReleasePreview['staleReason']): Promise<ReleaseState> {
      const [recipients, mailPreview] = await Promise.all([getRecipientCount(sessionId), previewMail(mail, { now })])
      const { onlineLink } = requested
      const isCorrection = latest !== null
      const preview = { onlineLink, isCorrection, mailPreview, expected: recipients, digest, staleReason }
      return { status: 'previewed', values, preview }
    }
  },
)
