'use server'

import { redirect } from 'next/navigation'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { enqueueTestMail, previewMail } from '@/lib/notifications/preview'
import { getRecipientCount } from '@/lib/notifications/queries'
import { routes } from '@/lib/platform/routes'
import { getLatestRelease } from '@/lib/sessions/queries'
import { releaseSession } from '@/lib/sessions/release'
import { releaseRefusal } from '@/lib/sessions/rules'
import { releaseSchema } from '@/lib/sessions/schema'
import type { ReleasePreview, ReleaseState } from './_components/release-form'

/**
 * Previews the release of link and agenda, mails a test to the organiser, or releases them. Releases only what was
 * previewed.
 */
export const releaseAction = adminFormAction(
  {
    params: [idOr404],
    returnTo: (sessionId) => routes.release(sessionId),
    read: fields('onlineLink', 'agenda', 'seen'),
    schema: releaseSchema,
  },
  async ({ params: [sessionId], input, values, intent, previewed, expected, now, actor }): Promise<ReleaseState> => {
    const session = await sessionOr404(sessionId)
    const requested = { ...input, after: Number(values.seen) || 0 }
    const digest = previewDigest(requested)
    const latest = await getLatestRelease(sessionId)
    // Every release after the first is a correction, and its mail states what changed.
    const correction = latest && {
      linkChanged: latest.onlineLink !== input.onlineLink,
      agendaChanged: latest.agenda !== input.agenda,
    }
    const kind = correction ? ({ kind: 'sessionChanged', correction } as const) : ({ kind: 'release' } as const)
    const mail = { sessionId, agenda: input.agenda, ...kind }
    if (intent === 'test') {
      await enqueueTestMail(mail, actor)
      return { status: 'done', result: 'tested', values }
    }
    if (intent !== 'confirm' || previewed !== digest) {
      const reason = releaseRefusal({ session, latest, requested }, now)
      if (reason) return { status: 'refused', reason, values }
      return { status: 'previewed', values, preview: await buildPreview(intent === 'confirm' ? 'edited' : null) }
    }
    const result = await releaseSession({ ...requested, sessionId, expected: Number(expected) }, actor)
    if (result.ok) redirect(routes.release(sessionId, result.value.number))
    if (result.reason !== 'recipients-changed') return { status: 'refused', reason: result.reason, values }
    return { status: 'previewed', values, preview: await buildPreview(result.reason) }

    async function buildPreview(staleReason: ReleasePreview['staleReason']): Promise<ReleasePreview> {
      const [recipients, mailPreview] = await Promise.all([getRecipientCount(sessionId), previewMail(mail, { now })])
      const { onlineLink } = input
      const isLinkCleaned = values.onlineLink.trim() !== onlineLink
      const facts = { onlineLink, isLinkCleaned, isCorrection: latest !== null, mailPreview }
      return { ...facts, expected: recipients, digest, staleReason }
    }
  },
)
