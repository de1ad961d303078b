import { createElement } from 'react'
import QuestionDeadline, { type QuestionDeadlineMail, subject } from '@/emails/question-deadline'
import Reminder, { standard as reminderStandard } from '@/emails/reminder'
import { renderBodies } from '@/emails/render-bodies'
import Thanks, { standard as thanksStandard } from '@/emails/thanks'
import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import { participantMail, readParticipant, renderTo } from './render-participant'
import type { RenderContext, RenderedMail } from './rendered'

/** A week, a day or an hour before. */
export async function renderReminder(
  id: string,
  { siteUrl }: RenderContext,
  when: 'week' | 'day' | 'hour',
): Promise<RenderedMail> {
  const participant = await readParticipant(id)
  const standard = reminderStandard[when]
  const mail = participantMail(participant, { kind: `reminder-${when}`, standard, siteUrl })
  return await renderTo(participant, mail, createElement(Reminder, { ...mail, when }))
}

/** Afterwards. */
export async function renderThanks(id: string, { siteUrl }: RenderContext): Promise<RenderedMail> {
  const participant = await readParticipant(id)
  const mail = participantMail(participant, { kind: 'thanks', standard: thanksStandard, siteUrl })
  const { materials, evaluationUrl } = participant.session
  return await renderTo(participant, mail, createElement(Thanks, { ...mail, materials, evaluationUrl }))
}

/** To an organiser, as the question deadline nears. */
export async function renderQuestionDeadline(
  { organiserId, sessionId }: { organiserId: string; sessionId: string },
  { siteUrl }: RenderContext,
): Promise<RenderedMail> {
  const coming = { sessionId, cancelledAt: null }
  const [organiser, session, registrations, inTime] = await Promise.all([
    db().organiser.findUniqueOrThrow({ where: { id: organiserId }, select: { name: true, email: true } }),
    db().session.findUniqueOrThrow({ where: { id: sessionId }, select: { title: true, questionDeadlineAt: true } }),
    db().registration.count({ where: coming }),
    db().registration.count({ where: { ...coming, questionInTime: true } }),
  ])
  const deskUrl = `${siteUrl}${routes.registrations(sessionId)}`
  const mail: QuestionDeadlineMail = { name: organiser.name, session, registrations, inTime, deskUrl }
  return {
    to: { name: organiser.name, address: organiser.email },
    replyTo: null,
    subject: subject(mail),
    ...(await renderBodies(createElement(QuestionDeadline, mail))),
    calendar: null,
  }
}
