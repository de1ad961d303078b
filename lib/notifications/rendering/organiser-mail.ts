import { createElement } from 'react'
import { renderBodies } from '@/emails/render-bodies'
import QuestionDeadline, { defaultTemplate, subjectOf } from '@/emails/session/question-deadline'
import { db } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import type { RenderedMail } from '@/lib/outbox/mail-port'
import { routes } from '@/lib/platform/routes'
import { type MessageToRender, type RenderContext, requireReference } from '../kinds/mail-kind'
import { placeholderValues, resolveTemplate } from './templates'

/** The organiser whom the message goes to. Throws when the account is gone. */
export const readOrganiser = (message: MessageToRender) =>
  db().organiser.findUniqueOrThrow({
    where: { id: requireReference(message.organiserId, message) },
    select: { name: true, email: true },
  })

export const sampleOrganiser = { name: 'Voorbeeld Organisator', email: 'organisator@example.nl' }

/** Renders the mail that tells an organiser how many agenda questions a session has. */
export async function renderQuestionDeadline(
  organiser: typeof sampleOrganiser,
  sessionId: string,
  context: RenderContext,
): Promise<RenderedMail> {
  const attendingSession = { sessionId, ...attending }
  const [session, registrations, questionsInTime] = await Promise.all([
    db().session.findUniqueOrThrow({
      where: { id: sessionId },
      include: {
        templateOverrides: true,
        questions: { where: { isAgendaQuestion: true, retiredAt: null }, select: { id: true } },
      },
    }),
    db().registration.count({ where: attendingSession }),
    db().registration.count({ where: { ...attendingSession, askedBeforeDeadline: true } }),
  ])
  const template = resolveTemplate('questionDeadline', defaultTemplate, session.templateOverrides, context)
  const mail = {
    ...template,
    values: placeholderValues(session, organiser.name),
    session,
    hasAgendaQuestion: session.questions.length > 0,
    registrations,
    questionsInTime,
    registrationsUrl: `${context.siteUrl}${routes.registrations(sessionId)}`,
  }
  return {
    to: { name: organiser.name, address: organiser.email },
    replyTo: null,
    subject: subjectOf(mail),
    ...(await renderBodies(createElement(QuestionDeadline, mail))),
    calendar: null,
  }
}
