import { createElement } from 'react'
import { fillPlaceholders } from '@/emails/parts/prose'
import QuestionDeadline, { defaultTemplate } from '@/emails/question-deadline'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import type { RenderedMail } from '@/lib/outbox/render-and-store'
import { routes } from '@/lib/platform/routes'
import { addDays } from '@/lib/platform/time'
import { type OrganiserRecipient, readOrganiser, sampleOrganiser } from '../rendering/organiser-data'
import { sessionValues } from '../rendering/session-values'
import { resolveTemplate } from '../rendering/templates'
import { type MailKind, type RenderContext, requireReference } from './mail-kind'

/** Tells organisers how many agenda questions came in before the deadline. */
export const questionDeadline: MailKind = {
  slug: 'question-deadline',
  label: 'Aan jullie: de vragentermijn sluit bijna',
  audience: 'organisers',
  defaultTemplate,
  notResendable: true,
  schedule: {
    setting: 'remindOrganisers',
    window: ({ questionDeadlineAt }) => ({ dueAt: addDays(questionDeadlineAt, -2), expiresAt: questionDeadlineAt }),
  },
  render: async (message, context) =>
    await renderFor(await readOrganiser(message), requireReference(message.sessionId, message), context),
  renderSample: ({ sessionId }, context) => renderFor(sampleOrganiser, sessionId, context),
}

async function renderFor(
  organiser: OrganiserRecipient,
  sessionId: string,
  context: RenderContext,
): Promise<RenderedMail> {
  const attendingSession = { sessionId, ...attending }
  const [session, registrations, questionsInTime] = await Promise.all([
    db().session.findUniqueOrThrow({ where: { id: sessionId }, select: sessionFields }),
    db().registration.count({ where: attendingSession }),
    db().registration.count({ where: { ...attendingSession, askedBeforeDeadline: true } }),
  ])
  const { subject, text } = resolveTemplate('questionDeadline', defaultTemplate, session.templateOverrides, context)
  const values = { ...sessionValues(session), naam: organiser.name, gemeente: session.organisedBy }
  const body = createElement(QuestionDeadline, {
    subject,
    text,
    values,
    session,
    hasAgendaQuestion: session._count.questions > 0,
    registrations,
    questionsInTime,
    registrationsUrl: `${context.siteUrl}${routes.registrations(sessionId)}`,
  })
  return {
    to: { name: organiser.name, address: organiser.email },
    replyTo: null,
    subject: fillPlaceholders(subject, values),
    ...(await renderBodies(body)),
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
