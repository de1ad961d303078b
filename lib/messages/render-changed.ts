import { createElement } from 'react'
import Changed, { standard } from '@/emails/changed'
import { fillIn } from '@/emails/prose'
import { renderBodies } from '@/emails/render-bodies'
import { contactOf, participantCalendar, participantMail, readParticipant } from './render-participant'
import type { RenderContext, RenderedMail } from './rendered'
import type { MessageDetails } from './schema'

/** What changed, with the calendar file as it is now. */
export async function renderChanged(
  id: string,
  context: RenderContext,
  { before, linkChanged = false }: MessageDetails,
): Promise<RenderedMail> {
  const participant = await readParticipant(id)
  const mail = participantMail(participant, { kind: 'changed', standard, siteUrl: context.siteUrl })
  const was = before ? { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) } : null
  return {
    to: { name: participant.name, address: participant.email },
    replyTo: contactOf(participant),
    subject: fillIn(mail.subject, mail.values),
    ...(await renderBodies(createElement(Changed, { ...mail, before: was, linkChanged }))),
    calendar: participantCalendar(participant, context),
  }
}
