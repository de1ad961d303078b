import { createElement } from 'react'
import Letter from '@/emails/letter'
import SessionCancelled, { standard } from '@/emails/session-cancelled'
import { db } from '@/lib/platform/db'
import { participantCalendar, participantMail, readParticipant, renderTo } from './render-participant'
import type { RenderContext, RenderedMail } from './rendered'

/** What an organiser wrote to all or some. */
export async function renderLetter(
  { id, letterId }: { id: string; letterId: string },
  { siteUrl }: RenderContext,
): Promise<RenderedMail> {
  const [participant, letter] = await Promise.all([
    readParticipant(id),
    db().letter.findUniqueOrThrow({ where: { id: letterId }, select: { subject: true, text: true } }),
  ])
  const mail = participantMail(participant, { kind: 'letter', standard: letter, siteUrl })
  return await renderTo(participant, mail, createElement(Letter, mail))
}

/** The session does not take place; the calendar file takes it out of calendars. */
export async function renderSessionCancelled(id: string, context: RenderContext): Promise<RenderedMail> {
  const participant = await readParticipant(id)
  const mail = participantMail(participant, { kind: 'session-cancelled', standard, siteUrl: context.siteUrl })
  const body = createElement(SessionCancelled, { ...mail, why: participant.session.cancelReason ?? '' })
  return await renderTo(participant, mail, body, participantCalendar(participant, context))
}
