import { createElement } from 'react'
import { fillPlaceholders } from '@/emails/parts/prose'
import QuestionDeadline, { type QuestionDeadlineMail } from '@/emails/question-deadline'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { routes } from '@/lib/platform/routes'
import { resolveTemplate } from '../default-templates'
import { sessionValues } from './compose-participant-mail'
import type { RenderContext, RenderedMail } from './rendered-mail'

/** To an organiser, as the question deadline nears: how many questions are in. */
export async function renderQuestionDeadline(
  organiser: { name: string; email: string },
  sessionId: string,
  context: RenderContext,
): Promise<RenderedMail> {
  const attendingWhere = { sessionId, ...attending }
  const [session, registrations, questionsInTime] = await Promise.all([
    db().session.findUniqueOrThrow({ where: { id: sessionId }, select: sessionFields }),
    db().registration.count({ where: attendingWhere }),
    db().registration.count({ where: { ...attendingWhere, askedBeforeDeadline: true } }),
  ])
  const mail: QuestionDeadlineMail = {
    ...resolveTemplate('questionDeadline', session.templateOverrides, context),
    values: { ...sessionValues(session), naam: organiser.name, gemeente: session.organisedBy },
    session,
    hasAgendaQuestion: session._count.questions > 0,
    registrations,
    questionsInTime,
    registrationsUrl: `${context.siteUrl}${routes.registrations(sessionId)}`,
  }
  return {
    to: { name: organiser.name, address: organiser.email },
    replyTo: null,
    subject: fillPlaceholders(mail.subject, mail.values),
    ...(await renderBodies(createElement(QuestionDeadline, mail))),
    calendar: null,
  }
}

const sessionFields = {
  title: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  organisedBy: true,
  contactName: true,
  _count: { select: { questions: { where: { isAgendaQuestion: true, retiredAt: null } } } },
  templateOverrides: { select: { kind: true, subject: true, text: true } },
} as const
