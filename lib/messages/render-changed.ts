import { createElement } from 'react'
import Changed, { standard } from '@/emails/changed'
import { participantCalendar, participantMail, readParticipant, renderTo } from './render-participant'
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
  const body = createElement(Changed, { ...mail, before: was, linkChanged })
  return await renderTo(participant, mail, body, participantCalendar(participant, context))
}
