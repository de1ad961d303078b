'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { enqueueTestMail, previewMail } from '@/lib/notifications/preview'
import { getRecipientCount, isPreviewParticipant } from '@/lib/notifications/queries'
import { type CustomMessageInput, customMessageSchema } from '@/lib/notifications/schema'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { CustomMessageState, CustomMessageValues } from './_components/custom-message-form'
import type { CustomMessagePreview } from './_components/custom-message-preview'
import { parseCustomMessageForm, toCustomMessageInput } from './_lib/parse-custom-message-form'

/** The three buttons: look at it, mail it to the organiser, and send what was looked at. */
export async function customMessageAction(
  id: string,
  _previous: CustomMessageState,
  form: FormData,
): Promise<CustomMessageState> {
  const organiser = await requireOrganiser(routes.newCustomMessage(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { intent, seen, recipients } = readFields(form, 'intent', 'seen', 'recipients')
  const values = parseCustomMessageForm(form)
  const parsed = customMessageSchema.safeParse(toCustomMessageInput(values))
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const input = parsed.data

  const actor = { now: clock.now(), organiserId: organiser.id }
  if (intent === 'test') {
    await enqueueTestMail(
      { sessionId, kind: 'customMessage', draft: { subject: input.subject, text: input.text } },
      actor,
    )
    return { status: 'tested', values }
  }
  if (intent !== 'send') return await showPreview(sessionId, input, values, null)
  if (seen !== previewDigest(input)) return await showPreview(sessionId, input, values, 'edited')
  const sent = await sendCustomMessage(
    { ...input, sessionId, customMessageId: values.customMessageId, expected: Number(recipients) },
    actor,
  )
  if (sent.ok) redirect(routes.customMessage(sessionId, values.customMessageId, { sent: true }))
  if (sent.reason === 'recipients-changed') return await showPreview(sessionId, input, values, sent.reason)
  return { status: 'refused', reason: sent.reason, values }
}

type StaleReason = CustomMessagePreview['staleReason']

async function showPreview(
  sessionId: string,
  input: CustomMessageInput,
  values: CustomMessageValues,
  staleReason: StaleReason,
): Promise<CustomMessageState> {
  const { subject, text, to } = input
  const registrationId =
    values.previewRegistrationId && (await isPreviewParticipant(sessionId, values.previewRegistrationId))
      ? values.previewRegistrationId
      : null
  const [recipients, mailPreview] = await Promise.all([
    getRecipientCount(sessionId, to),
    previewMail({ sessionId, kind: 'customMessage', registrationId }, { now: clock.now(), draft: { subject, text } }),
  ])
  return {
    status: 'previewed',
    values,
    preview: { mailPreview, recipients, previewDigest: previewDigest(input), staleReason },
  }
}
