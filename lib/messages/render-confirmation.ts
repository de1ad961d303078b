import { createElement } from 'react'
import Confirmation, { type ConfirmationProps, subject } from '@/emails/confirmation'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import { takePartMark } from './personal-link'
import { contactOf, participantCalendar, readParticipant, workplaceName } from './render-participant'
import type { RenderContext, RenderedMail } from './rendered'

/** The confirmation of a sign-up, with all answers in it and the calendar file beside it; after the release with the link. */
export async function renderConfirmation(id: string, context: RenderContext): Promise<RenderedMail> {
  const [participant, { session, answers, ...filledIn }] = await Promise.all([readParticipant(id), readFilledIn(id)])
  const [release] = participant.session.releases
  const contact = contactOf(participant)
  const props: ConfirmationProps = {
    ...filledIn,
    name: participant.name,
    email: participant.email,
    workplace: { label: participant.municipalityCode ? 'Gemeente' : 'Organisatie', name: workplaceName(participant) },
    session: { ...participant.session, ...session },
    contact,
    url: `${context.siteUrl}${routes.session(participant.session.slug)}`,
    answers: answers.map(({ question, text }) => ({ question: question.label, text })),
    release: release ? { agenda: release.agenda, takePartUrl: takePartMark } : null,
  }
  return {
    to: { name: participant.name, address: participant.email },
    replyTo: contact,
    subject: subject(props),
    ...(await renderBodies(createElement(Confirmation, props))),
    calendar: participantCalendar(participant, context),
  }
}

/** What only the confirmation tells. */
function readFilledIn(id: string) {
  return db().registration.findUniqueOrThrow({
    where: { id },
    select: {
      role: true,
      contactWish: true,
      phone: true,
      needs: true,
      questionInTime: true,
      answers: {
        select: { text: true, question: { select: { label: true } } },
        orderBy: { question: { position: 'asc' } },
      },
      session: { select: { questionDeadlineAt: true } },
    },
  })
}
