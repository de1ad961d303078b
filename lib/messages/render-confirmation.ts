import { createElement } from 'react'
import Confirmation, { type ConfirmationProps, subject } from '@/emails/confirmation'
import { renderBodies } from '@/emails/render-bodies'
import { findMunicipality } from '@/lib/municipalities/queries'
import { municipalityLabel } from '@/lib/municipalities/rules'
import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import { sessionCalendar } from './calendar'
import type { RenderContext, RenderedMail } from './rendered'

/** The confirmation of a sign-up, with all answers in it and the calendar file beside it. */
export async function renderConfirmation(id: string, { now, siteUrl, domain }: RenderContext): Promise<RenderedMail> {
  const registration = await readRegistration(id)
  const { session } = registration
  const url = `${siteUrl}${routes.session(session.slug)}`
  const contact = { name: session.contactName, address: session.contactEmail }
  const props: ConfirmationProps = {
    ...registration,
    workplace: workplaceOf(registration),
    session,
    contact,
    url,
    answers: registration.answers.map(({ question, text }) => ({ question: question.label, text })),
  }
  const calendar = sessionCalendar({
    uid: `${registration.id}@${domain}`,
    sequence: session.calendarSequence,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    contact,
    url,
    stampedAt: now,
  })
  return {
    to: { name: registration.name, address: registration.email },
    replyTo: contact,
    subject: subject(props),
    ...(await renderBodies(createElement(Confirmation, props))),
    calendar,
  }
}

function readRegistration(id: string) {
  return db().registration.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      municipalityCode: true,
      organisation: true,
      role: true,
      contactWish: true,
      phone: true,
      needs: true,
      questionInTime: true,
      answers: {
        select: { text: true, question: { select: { label: true } } },
        orderBy: { question: { position: 'asc' } },
      },
      session: {
        select: {
          slug: true,
          title: true,
          organisedBy: true,
          startsAt: true,
          endsAt: true,
          questionDeadlineAt: true,
          contactName: true,
          contactEmail: true,
          calendarSequence: true,
        },
      },
    },
  })
}

type Workplace = { municipalityCode: string | null; organisation: string | null }

function workplaceOf({ municipalityCode, organisation }: Workplace): ConfirmationProps['workplace'] {
  if (!municipalityCode) return { label: 'Organisatie', name: organisation ?? '' }
  const municipality = findMunicipality(municipalityCode)
  return { label: 'Gemeente', name: municipality ? municipalityLabel(municipality) : municipalityCode }
}
