'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { adaptableKinds, kindFromSlug } from '@/lib/notifications/kinds/registry'
import { enqueueTestMail, previewMail } from '@/lib/notifications/preview'
import { isPreviewParticipant } from '@/lib/notifications/queries'
import { templateOverrideSchema } from '@/lib/notifications/schema'
import { saveTemplateOverride } from '@/lib/notifications/template-overrides'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { TemplateState } from './_components/template-form'

/** The four buttons: keep the words, go back to the standard ones, look at the mail, and mail it to the organiser. */
export async function templateAction(
  id: string,
  soort: string,
  _previous: TemplateState,
  form: FormData,
): Promise<TemplateState> {
  const organiser = await requireOrganiser(routes.mailTemplate(String(id), String(soort)))
  const kind = kindFromSlug(adaptableKinds, soort)
  const { id: sessionId } = await sessionOr404(id)
  if (!kind) notFound()
  const { intent, version, subject, text, as } = readFields(form, 'intent', 'version', 'subject', 'text', 'as')
  const values = { subject, text, as }
  const parsed = templateOverrideSchema.safeParse(intent === 'reset' ? { subject: '', text: '' } : values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const draft = parsed.data
  const actor = { now: clock.now(), organiserId: organiser.id }
  if (intent === 'test') {
    await enqueueTestMail({ sessionId, kind, draft }, actor)
    return { status: 'tested', values }
  }
  if (intent === 'preview') {
    const hasParticipant = z.guid().safeParse(as).success && (await isPreviewParticipant(sessionId, as))
    const mailPreview = await previewMail(
      { sessionId, kind, registrationId: hasParticipant ? as : null },
      { now: actor.now, draft },
    )
    return { status: 'previewed', values, mailPreview }
  }
  const saved = await saveTemplateOverride({ ...draft, sessionId, kind, version }, actor)
  if (!saved.ok) return { status: 'refused', reason: saved.reason, values }
  refresh()
  return { status: 'saved', values }
}
