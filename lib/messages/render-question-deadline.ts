import { createElement } from 'react'
import { fillIn } from '@/emails/prose'
import QuestionDeadline, { type QuestionDeadlineMail } from '@/emails/question-deadline'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import { sessionValues } from './render-participant'
import { wordsFor } from './render-words'
import type { RenderContext, RenderedMail } from './rendered'

/** To an organiser, as the question deadline nears: how many questions are in. */
export async function renderQuestionDeadline(
  organiser: { name: string; email: string },
  sessionId: string,
  context: RenderContext,
): Promise<RenderedMail> {
  const coming = { sessionId, ...whoTakesPart }
  const [session, registrations, inTime] = await Promise.all([
    db().session.findUniqueOrThrow({ where: { id: sessionId }, select: told }),
    db().registration.count({ where: coming }),
    db().registration.count({ where: { ...coming, questionInTime: true } }),
  ])
  const mail: QuestionDeadlineMail = {
    ...wordsFor('question-deadline', session.mailTexts, context),
    values: { ...sessionValues(session), naam: organiser.name, gemeente: session.organisedBy },
    session,
    treatsQuestions: session._count.questions > 0,
    registrations,
    inTime,
    deskUrl: `${context.siteUrl}${routes.registrations(sessionId)}`,
  }
  return {
    to: { name: organiser.name, address: organiser.email },
    replyTo: null,
    subject: fillIn(mail.subject, mail.values),
    ...(await renderBodies(createElement(QuestionDeadline, mail))),
    calendar: null,
  }
}

const told = {
  title: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  organisedBy: true,
  contactName: true,
  _count: { select: { questions: { where: { isAsked: true, retiredAt: null } } } },
  mailTexts: { select: { kind: true, subject: true, text: true } },
} as const
