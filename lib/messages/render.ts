import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import type { ClaimedMessage } from './claim'
import { readParticipant } from './participant'
import { replacePersonalLink } from './personal-link'
import { renderAccountMail } from './render-account'
import { renderAddressMail } from './render-address'
import { toParticipant } from './render-kinds'
import { renderQuestionDeadline } from './render-question-deadline'
import { renderSample } from './render-sample'
import type { RenderContext, RenderedMail } from './rendered'
import { isAddressKind, type MessageDetails, messageDetailsSchema, messageKindSchema } from './schema'

/** The mail of this message as it is now. Throws when its kind is unknown or whom it is to is gone. */
export async function renderMessage(message: ClaimedMessage, context: RenderContext): Promise<RenderedMail> {
  const kind = messageKindSchema.parse(message.kind)
  const details = messageDetailsSchema.parse(message.details ?? {})
  if (kind === 'invitation' || kind === 'password-reset' || kind === 'account-changed') {
    return await renderAccountMail(kind, await readOrganiser(message), details, context)
  }
  const sessionId = present(message.sessionId, message)
  if (kind === 'test') return await renderTest({ ...message, sessionId }, details, context)
  if (kind === 'question-deadline') {
    return await renderQuestionDeadline(await readOrganiser(message), sessionId, context)
  }
  if (isAddressKind(kind)) return await renderAddressMail(kind, sessionId, details)
  const participant = await readParticipant(present(message.registrationId, message))
  const draft = kind === 'letter' ? await readLetter(message) : undefined
  return await toParticipant[kind](participant, { ...context, draft }, details)
}

/** Another mail with sample data, to the organiser who wants to see it in their own box. It holds no way in. */
async function renderTest(
  message: ClaimedMessage & { sessionId: string },
  { test }: MessageDetails,
  context: RenderContext,
) {
  const { draft, ...sample } = present(test, message)
  const organiser = await readOrganiser(message)
  const mail = await renderSample({ sessionId: message.sessionId, ...sample }, { ...context, draft })
  const session = await db().session.findUniqueOrThrow({ where: { id: message.sessionId }, select: { slug: true } })
  const page = `${context.siteUrl}${routes.session(session.slug)}`
  return {
    ...mail,
    to: { name: organiser.name, address: organiser.email },
    subject: `Test: ${mail.subject}`,
    html: replacePersonalLink(mail.html, page),
    text: replacePersonalLink(mail.text, page),
    calendar: mail.calendar && { ...mail.calendar, content: replacePersonalLink(mail.calendar.content, page) },
  }
}

const readOrganiser = (message: ClaimedMessage) =>
  db().organiser.findUniqueOrThrow({
    where: { id: present(message.organiserId, message) },
    select: { name: true, email: true },
  })

const readLetter = (message: ClaimedMessage) =>
  db().letter.findUniqueOrThrow({
    where: { id: present(message.letterId, message) },
    select: { subject: true, text: true },
  })

function present<Value>(value: Value | null | undefined, { id, kind }: ClaimedMessage): Value {
  if (value === null || value === undefined) throw new Error(`message ${id} (${kind}) is not whole`)
  return value
}
