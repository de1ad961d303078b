'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { firstIssueByField } from '@/components/form/field-errors'
import { adaptableKinds, kindFromSlug, mailKinds } from '@/lib/notifications/kinds/registry'
import { enqueueTestMail, previewMail } from '@/lib/notifications/preview'
import { previewParticipantOrNull } from '@/lib/notifications/queries'
import { templateOverrideSchema } from '@/lib/notifications/schema'
import { saveTemplateOverride } from '@/lib/notifications/template-overrides'
import { routes } from '@/lib/platform/routes'
import type { TemplateState } from './_components/template-form'

const parseKind = (kind: unknown) => kindFromSlug(adaptableKinds, kind)

/**
 * Saves a session's own text of a standard mail, resets it to the default text, previews the mail, or mails a test to
 * the organiser.
 */
export const templateAction = adminAction(
  {
    params: [idOr404, parseKind],
    returnTo: (sessionId, kind) =>
      kind ? routes.mailTemplate(sessionId, mailKinds[kind].slug) : routes.mailTemplates(sessionId),
  },
  async ({ params: [sessionId, kind], intent, form, actor }): Promise<TemplateState> => {
    await sessionOr404(sessionId)
    if (!kind) notFound()
    const values = readFields(form, 'version', 'subject', 'text', 'as')
    const parsed = templateOverrideSchema.safeParse(intent === 'reset' ? { subject: '', text: '' } : values)
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

    const draft = parsed.data
    if (intent === 'test') {
      await enqueueTestMail({ sessionId, kind, draft }, actor)
      return { status: 'done', result: 'tested', values }
    }
    if (intent === 'preview') {
      const registrationId = await previewParticipantOrNull(sessionId, values.as)
      const mailPreview = await previewMail({ sessionId, kind, registrationId }, { now: actor.now, draft })
      return { status: 'previewed', values, preview: mailPreview }
    }
    const saved = await saveTemplateOverride({ ...draft, sessionId, kind, version: values.version }, actor)
    if (!saved.ok) return { status: 'refused', reason: saved.reason, values }
    refresh()
    return { status: 'done', result: 'saved' }
  },
)
