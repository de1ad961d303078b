import { db } from '@/lib/db/client'
import type { ClaimedMessage } from '@/lib/outbox/claim'
import { replaceLinkPlaceholders } from '@/lib/outbox/link-placeholders'
import { routes } from '@/lib/platform/routes'
import { isEmailChangeKind, type MessageDetails, messageDetailsSchema } from '../schema'
import { readParticipant } from './participant-data'
import { participantRenderers } from './participant-renderers'
import { renderAccountMail } from './render-account-mail'
import { renderEmailChangeMail } from './render-email-change-mail'
import { renderQuestionDeadline } from './render-question-deadline'
import { renderSample } from './render-sample'
import type { RenderContext, RenderedMail } from './rendered-mail'

/** The mail of this message as it is now. Throws when its kind is unknown or whom it is to is gone. */
export async function renderMessage(message: ClaimedMessage, context: RenderContext): Promise<RenderedMail> {
  const { kind } = message
  const details = messageDetailsSchema.parse(message.details ?? {})
  if (kind === 'invitation' || kind === 'passwordReset' || kind === 'accountChanged') {
    return await renderAccountMail(kind, await readOrganiser(message), details, context)
  }
  const sessionId = requirePresent(message.sessionId, message)
  if (kind === 'test') return await renderTest({ ...message, sessionId }, details, context)
  if (kind === 'questionDeadline') {
    return await renderQuestionDeadline(await readOrganiser(message), sessionId, context)
  }
  if (isEmailChangeKind(kind)) return await renderEmailChangeMail(kind, sessionId, details)
  const participant = await readParticipant(requirePresent(message.registrationId, message))
  const draft = kind === 'customMessage' ? await readCustomMessage(message) : undefined
  return await participantRenderers[kind](participant, { ...context, draft }, details)
}

/** Another mail with sample data, to the organiser who wants to see it in their own box. It holds no way in. */
async function renderTest(
  message: ClaimedMessage & { sessionId: string },
  { test }: MessageDetails,
  context: RenderContext,
) {
  const { draft, ...sample } = requirePresent(test, message)
  const organiser = await readOrganiser(message)
  const mail = await renderSample({ sessionId: message.sessionId, ...sample }, { ...context, draft })
  const session = await db().session.findUniqueOrThrow({ where: { id: message.sessionId }, select: { slug: true } })
  const page = `${context.siteUrl}${routes.session(session.slug)}`
  return {
    ...mail,
    to: { name: organiser.name, address: organiser.email },
    subject: `Test: ${mail.subject}`,
    html: replaceLinkPlaceholders(mail.html, page),
    text: replaceLinkPlaceholders(mail.text, page),
    calendar: mail.calendar && { ...mail.calendar, content: replaceLinkPlaceholders(mail.calendar.content, page) },
  }
}

const readOrganiser = (message: ClaimedMessage) =>
  db().organiser.findUniqueOrThrow({
    where: { id: requirePresent(message.organiserId, message) },
    select: { name: true, email: true },
  })

const readCustomMessage = (message: ClaimedMessage) =>
  db().customMessage.findUniqueOrThrow({
    where: { id: requirePresent(message.customMessageId, message) },
    select: { subject: true, text: true },
  })

function requirePresent<Value>(value: Value | null | undefined, { id, kind }: ClaimedMessage): Value {
  if (value === null || value === undefined) throw new Error(`message ${id} (${kind}) is not whole`)
  return value
}
