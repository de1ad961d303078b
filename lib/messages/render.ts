import type { ClaimedMessage } from './claim'
import { renderAlreadyRegistered } from './render-already-registered'
import { renderChanged } from './render-changed'
import { renderConfirmation } from './render-confirmation'
import { renderQuestionDeadline, renderReminder, renderThanks } from './render-planned'
import { renderRelease, renderReleaseTest } from './render-release'
import { renderLetter, renderSessionCancelled } from './render-written'
import type { RenderContext, RenderedMail } from './rendered'
import { messageDetailsSchema, messageKindSchema } from './schema'

/** The mail of this message as it is now. Throws when its kind is unknown or whom it is to is gone. */
export async function renderMessage(message: ClaimedMessage, context: RenderContext): Promise<RenderedMail> {
  const kind = messageKindSchema.parse(message.kind)
  const details = messageDetailsSchema.parse(message.details ?? {})
  switch (kind) {
    case 'confirmation':
      return await renderConfirmation(toParticipant(message), context)
    case 'already-registered':
      return await renderAlreadyRegistered(toParticipant(message), context)
    case 'release':
      return await renderRelease(toParticipant(message), context)
    case 'changed':
      return await renderChanged(toParticipant(message), context, details)
    case 'reminder-week':
      return await renderReminder(toParticipant(message), context, 'week')
    case 'reminder-day':
      return await renderReminder(toParticipant(message), context, 'day')
    case 'reminder-hour':
      return await renderReminder(toParticipant(message), context, 'hour')
    case 'session-cancelled':
      return await renderSessionCancelled(toParticipant(message), context)
    case 'thanks':
      return await renderThanks(toParticipant(message), context)
    case 'letter':
      return await renderLetter({ id: toParticipant(message), letterId: message.letterId ?? '' }, context)
    case 'question-deadline':
      return await renderQuestionDeadline(toOrganiser(message), context)
    case 'release-test':
      return await renderReleaseTest({ ...toOrganiser(message), agenda: details.agenda ?? '' }, context)
  }
}

function toParticipant({ id, registrationId }: ClaimedMessage): string {
  if (!registrationId) throw new Error(`message ${id} has no registration`)
  return registrationId
}

function toOrganiser({ id, organiserId, sessionId }: ClaimedMessage) {
  if (!organiserId) throw new Error(`message ${id} has no organiser`)
  return { organiserId, sessionId }
}
