import { createElement } from 'react'
import { fixedSample } from '@/emails/parts/sample-data'
import { renderBodies } from '@/emails/render-bodies'
import QuestionDeadline, { defaultTemplate, sample, subjectOf } from '@/emails/session/question-deadline'
import { db } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import type { RenderedMail } from '@/lib/outbox/render-and-store'
import type { Mailbox } from '@/lib/platform/mail/compose'
import { routes } from '@/lib/platform/routes'
import { type MailKind, type MessageToRender, type RenderContext, requireReference } from '../kinds/mail-kind'
import { placeholderValues, resolveTemplate } from './templates'

/** Returns name and address of the organiser who receives the message. Throws when the account is gone. */
export async function readOrganiser(message: MessageToRender): Promise<Mailbox> {
  const where = { id: requireReference(message.organiserId, message) }
  const { name, email } = await db().organiser.findUniqueOrThrow({ where, select: { name: true, email: true } })
  return { name, address: email }
}

export const sampleOrganiser: Mailbox = { name: 'Voorbeeld Organisator', address: 'organisator@example.nl' }

/** Default text, samples and rendering of the mail that reminds organisers of the question deadline. */
export const questionDeadlineRendering = {
  defaultTemplate,
  samples: fixedSample({ default: QuestionDeadline, subjectOf, sample }),
  render: async (message, context) =>
    renderQuestionDeadline(await readOrganiser(message), requireReference(message.sessionId, message), context),
  renderSample: ({ sessionId }, context) => renderQuestionDeadline(sampleOrganiser, sessionId, context),
} satisfies Partial<MailKind>

async function renderQuestionDeadline(to: Mailbox, sessionId: string, context: RenderContext): Promise<RenderedMail> {
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
    values: placeholderValues(session, to.name),
    session,
    hasAgendaQuestion: session.questions.length > 0,
    registrations,
    questionsInTime,
    registrationsUrl: `${context.siteUrl}${routes.registrations(sessionId)}`,
  }
  return {
    to,
    replyTo: null,
    subject: subjectOf(mail),
    ...(await renderBodies(createElement(QuestionDeadline, mail))),
    calendar: null,
  }
}
