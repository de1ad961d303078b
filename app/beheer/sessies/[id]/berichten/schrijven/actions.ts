'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readAllValues, readFields } from '@/app/_lib/read-form-data'
import type { FormState } from '@/app/beheer/_components/form/form-state'
import { adminAction, adminFormAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { discardCustomMessageDraft, saveCustomMessageDraft } from '@/lib/notifications/custom-message-drafts'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { enqueueTestMail, previewMail } from '@/lib/notifications/preview'
import { getRecipientCount, previewParticipantOrNull } from '@/lib/notifications/queries'
import { customMessageSchema } from '@/lib/notifications/schema'
import { routes } from '@/lib/platform/routes'
import type { CustomMessagePreview, CustomMessageState, CustomMessageValues } from './_components/custom-message-form'

function readValues(form: unknown): CustomMessageValues {
  const { letter, ...values } = readFields(form, 'letter', 'subject', 'text', 'inTime', 'tookPart', 'as')
  return {
    ...values,
    customMessageId: z.guid().safeParse(letter).data?.toLowerCase() ?? randomUUID(),
    places: readAllValues(form, 'places'),
    contactWishes: readAllValues(form, 'contactWishes'),
  }
}

/** Validates the field values and converts them to a custom message, with its audience in `to`. */
const formSchema = z
  .custom<CustomMessageValues>()
  .transform(({ subject, text, inTime, places, contactWishes, tookPart }) => ({
    ...{ subject, text },
    to: { inTime, places, contactWishes, tookPart: tookPart === 'on' },
  }))
  .pipe(customMessageSchema)

/** Deletes what the organiser was writing and shows an empty form. */
export const discardDraftAction = adminAction(
  { params: [idOr404], returnTo: routes.newCustomMessage },
  async ({ params: [sessionId], organiser }): Promise<FormState<null>> => {
    await discardCustomMessageDraft({ sessionId, organiserId: organiser.id })
    redirect(routes.newCustomMessage(sessionId))
  },
)

/** Previews a custom message, mails a test to the organiser, or sends the message. Sends only what was previewed. */
export const customMessageAction = adminFormAction(
  { params: [idOr404], returnTo: routes.newCustomMessage, read: readValues, schema: formSchema },
  async ({ params: [sessionId], input, values, intent, previewed, expected, actor }): Promise<CustomMessageState> => {
    await sessionOr404(sessionId)
    const { to, ...draft } = input
    if (intent !== 'send') await saveCustomMessageDraft({ ...input, sessionId }, actor)
    const { customMessageId } = values
    const digest = previewDigest(input)
    if (intent === 'test') {
      await enqueueTestMail({ sessionId, kind: 'customMessage', draft }, actor)
      return { status: 'done', result: 'tested', values }
    }
    if (intent !== 'send') return await showPreview(null)
    if (previewed !== digest) return await showPreview('edited')
    const sent = await sendCustomMessage({ ...input, sessionId, customMessageId, expected: Number(expected) }, actor)
    if (sent.ok) redirect(routes.customMessage(sessionId, customMessageId, { sent: true }))
    if (sent.reason === 'recipients-changed') return await showPreview(sent.reason)
    return { status: 'refused', reason: sent.reason, values }

    async function showPreview(staleReason: CustomMessagePreview['staleReason']): Promise<CustomMessageState> {
      const registrationId = await previewParticipantOrNull(sessionId, values.as)
      const [recipients, mailPreview] = await Promise.all([
        getRecipientCount(sessionId, to),
        previewMail({ sessionId, kind: 'customMessage', registrationId }, { now: actor.now, draft }),
      ])
      return { status: 'previewed', values, preview: { mailPreview, expected: recipients, digest, staleReason } }
    }
  },
)
