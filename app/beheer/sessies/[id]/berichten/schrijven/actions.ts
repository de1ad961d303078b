'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readAllValues, readFields } from '@/app/_lib/read-form-data'
import type { FormState } from '@/app/beheer/_components/form/form-state'
import { adminAction, adminFormAction } from '@/app/beheer/_lib/admin-action'
import { idOr404, nullOrIdOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { discardCustomMessageDraft, saveCustomMessageDraft } from '@/lib/notifications/custom-message-drafts'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { enqueueTestMail, previewMail } from '@/lib/notifications/preview'
import { findRecipient, getRecipientCount, previewParticipantOrNull } from '@/lib/notifications/queries'
import { customMessageSchema } from '@/lib/notifications/schema'
import { routes } from '@/lib/platform/routes'
import { registrationStatus } from '@/lib/registrations/status'
import type { CustomMessagePreview, CustomMessageState, CustomMessageValues } from './_components/custom-message-form'

function readValues(form: unknown): CustomMessageValues {
  const { letter, ...values } = readFields(form, 'letter', 'subject', 'text', 'inTime', 'tookPart', 'as')
  return {
    ...values,
    customMessageId: z.guid().safeParse(letter).data?.toLowerCase() ?? randomUUID(),
    statuses: readAllValues(form, 'statuses'),
    places: readAllValues(form, 'places'),
    contactWishes: readAllValues(form, 'contactWishes'),
  }
}

/** Validates the field values and converts them to a custom message, with its audience in `to`. */
const formSchema = z
  .custom<CustomMessageValues>()
  .transform(({ subject, text, statuses, inTime, places, contactWishes, tookPart }) => ({
    ...{ subject, text },
    to: { statuses, inTime, places, contactWishes, tookPart: tookPart === 'on' },
  }))
  .pipe(customMessageSchema)

/** Deletes the organiser's draft of a custom message and shows an empty form. */
export const discardDraftAction = adminAction(
  { params: [idOr404, nullOrIdOr404], returnTo: routes.newCustomMessage },
  async ({ params: [sessionId, registrationId], organiser }): Promise<FormState<null>> => {
    await discardCustomMessageDraft({ sessionId, registrationId, organiserId: organiser.id })
    redirect(routes.newCustomMessage(sessionId, registrationId))
  },
)

/**
 * Previews a custom message, mails a test to the organiser, or sends the message. Sends only what was previewed. The
 * bound `registrationId` is that of the only recipient, or `null` for a message to an audience.
 */
export const customMessageAction = adminFormAction(
  { params: [idOr404, nullOrIdOr404], returnTo: routes.newCustomMessage, read: readValues, schema: formSchema },
  async ({ params, input, values, intent, previewed, expected, actor }): Promise<CustomMessageState> => {
    const [sessionId, registrationId] = params
    await sessionOr404(sessionId)
    const { to, ...draft } = input
    const message = { ...input, sessionId, registrationId }
    if (intent !== 'send') await saveCustomMessageDraft(message, actor)
    const { customMessageId } = values
    const digest = previewDigest(input)
    const person = registrationId && (await findRecipient(sessionId, registrationId))
    const [status = 'signed-up'] = person ? [registrationStatus(person)] : to.statuses
    if (intent === 'test') {
      await enqueueTestMail({ sessionId, kind: 'customMessage', draft, status }, actor)
      return { status: 'done', result: 'tested', values }
    }
    if (intent !== 'send') return await showPreview(null)
    if (previewed !== digest) return await showPreview('edited')
    const sent = await sendCustomMessage({ ...message, customMessageId, expected: Number(expected) }, actor)
    if (sent.ok) redirect(routes.customMessage(sessionId, customMessageId, { sent: true }))
    if (sent.reason === 'recipients-changed') return await showPreview(sent.reason)
    return { status: 'refused', reason: sent.reason, values }

    async function showPreview(staleReason: CustomMessagePreview['staleReason']): Promise<CustomMessageState> {
      const previewedId = await previewParticipantOrNull(sessionId, registrationId ?? values.as)
      const sample = { sessionId, kind: 'customMessage', registrationId: previewedId, status } as const
      const [recipients, mailPreview] = await Promise.all([
        getRecipientCount(sessionId, { ...to, registrationId }),
        previewMail(sample, { now: actor.now, draft }),
      ])
      return { status: 'previewed', values, preview: { mailPreview, expected: recipients, digest, staleReason } }
    }
  },
)
