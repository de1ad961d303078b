'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { previewMail } from '@/lib/notifications/preview'
import { getRecipientCount } from '@/lib/notifications/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { enqueueTestMail } from '@/lib/outbox/enqueue'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getLatestRelease } from '@/lib/sessions/queries'
import { releaseSession } from '@/lib/sessions/release'
import { releaseRefusal } from '@/lib/sessions/rules'
import { releaseSchema } from '@/lib/sessions/schema'
import type { ReleaseState } from './_components/release-form'
import type { ReleasePreview } from './_components/release-preview'

/** What the three buttons of the form do: show what would happen, mail it to the organiser, or do what was shown. */
export async function releaseAction(id: string, _previous: ReleaseState, form: FormData): Promise<ReleaseState> {
  const organiser = await requireOrganiser(routes.release(String(id)))
  const session = await sessionOr404(id)
  const { intent, previewed, expected } = readFields(form, 'intent', 'previewed', 'expected')
  const values = readFields(form, 'onlineLink', 'agenda', 'after')
  const parsed = releaseSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const requested = { ...parsed.data, after: Number(values.after) || 0 }

  const actor = { now: clock.now(), organiserId: organiser.id }
  const latest = await getLatestRelease(session.id)
  const mail = { sessionId: session.id, agenda: requested.agenda, ...mailKind() }
  if (intent === 'test') {
    await enqueueTestMail(mail, actor)
    return { status: 'tested', values }
  }
  if (intent !== 'release' || previewed !== previewDigest(requested)) {
    const reason = releaseRefusal({ session, latest, requested }, actor.now)
    return reason ? { status: 'refused', reason, values } : await showPreview(intent === 'release' ? 'edited' : null)
  }
  const released = await releaseSession({ ...requested, sessionId: session.id, expected: Number(expected) }, actor)
  if (released.ok) redirect(routes.release(session.id, released.value.number))
  if (released.reason === 'recipients-changed') return await showPreview(released.reason)
  return { status: 'refused', reason: released.reason, values }

  /** After the first release it is a correction, and the mail says what changed. */
  function mailKind() {
    if (!latest) return { kind: 'release' } as const
    const linkChanged = latest.onlineLink !== requested.onlineLink
    const agendaChanged = latest.agenda !== requested.agenda
    return { kind: 'changed', correction: { linkChanged, agendaChanged } } as const
  }

  async function showPreview(staleReason: ReleasePreview['staleReason']): Promise<ReleaseState> {
    const [recipients, mailPreview] = await Promise.all([getRecipientCount(session.id), previewMail(mail, actor)])
    const { onlineLink } = requested
    const preview = {
      onlineLink,
      isCorrection: latest !== null,
      recipients,
      mailPreview,
      previewDigest: previewDigest(requested),
      staleReason,
    }
    return { status: 'previewed', values, preview }
  }
}
