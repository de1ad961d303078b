import type { ReactElement } from 'react'
import { sessionName } from '@/emails/one-line'
import type { ParticipantMail, StandardText } from '@/emails/participant-mail'
import { fillIn } from '@/emails/prose'
import { renderBodies } from '@/emails/render-bodies'
import { findMunicipality } from '@/lib/municipalities/queries'
import { municipalityLabel } from '@/lib/municipalities/rules'
import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import { longDate, timeRange } from '@/lib/platform/time'
import { sessionCalendar } from './calendar'
import { takePartMark } from './personal-link'
import type { RenderContext, RenderedMail } from './rendered'
import type { MessageKind } from './schema'

/** The participant and the session of a mail as they are now. Throws when there is no such sign-up. */
export function readParticipant(registrationId: string) {
  return db().registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      id: true,
      name: true,
      email: true,
      municipalityCode: true,
      organisation: true,
      session: { select: about },
    },
  })
}

const about = {
  id: true,
  slug: true,
  title: true,
  organisedBy: true,
  startsAt: true,
  endsAt: true,
  contactName: true,
  contactEmail: true,
  calendarSequence: true,
  cancelledAt: true,
  cancelReason: true,
  materials: true,
  evaluationUrl: true,
  releases: { orderBy: { number: 'desc' }, take: 1, select: { agenda: true } },
  mailTexts: { select: { kind: true, subject: true, text: true } },
} as const

/** Somebody like a participant, for an organiser who wants to see a mail first: their own name and address, sample data. */
export async function sampleParticipant(organiserId: string, sessionId: string): Promise<Participant> {
  const [organiser, session] = await Promise.all([
    db().organiser.findUniqueOrThrow({ where: { id: organiserId }, select: { name: true, email: true } }),
    db().session.findUniqueOrThrow({ where: { id: sessionId }, select: about }),
  ])
  return { ...organiser, id: organiserId, municipalityCode: null, organisation: 'gemeente Voorbeeld', session }
}

export type Participant = Awaited<ReturnType<typeof readParticipant>>

/** What a mail of this kind to this participant is made from: the organiser's own words, or the standard ones. */
export function participantMail(
  participant: Participant,
  { kind, standard, siteUrl }: { kind: MessageKind; standard: StandardText; siteUrl: string },
): ParticipantMail {
  const { session } = participant
  const [release] = session.releases
  const { subject, text } = session.mailTexts.find((adapted) => adapted.kind === kind) ?? standard
  return {
    subject,
    text,
    values: {
      naam: participant.name,
      gemeente: workplaceName(participant),
      kennissessie: sessionName(session.title),
      datum: longDate(session.startsAt),
      tijd: timeRange(session.startsAt, session.endsAt),
      organisator: session.organisedBy,
      contact: session.contactName,
    },
    session,
    contact: contactOf(participant),
    url: `${siteUrl}${routes.session(session.slug)}`,
    release: release ? { agenda: release.agenda, takePartUrl: takePartMark } : null,
  }
}

export const contactOf = ({ session }: Pick<Participant, 'session'>) => ({
  name: session.contactName,
  address: session.contactEmail,
})

/** The mail as it will be frozen: its subject filled in, its bodies made. */
export async function renderTo(
  participant: Participant,
  mail: ParticipantMail,
  body: ReactElement,
  calendar: RenderedMail['calendar'] = null,
): Promise<RenderedMail> {
  return {
    to: { name: participant.name, address: participant.email },
    replyTo: contactOf(participant),
    subject: fillIn(mail.subject, mail.values),
    ...(await renderBodies(body)),
    calendar,
  }
}

/** The calendar file of this sign-up as it is now. */
export function participantCalendar({ id, session }: Participant, { now, siteUrl, domain }: RenderContext) {
  return sessionCalendar({
    uid: `${id}@${domain}`,
    sequence: session.calendarSequence,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    contact: contactOf({ session }),
    url: `${siteUrl}${routes.session(session.slug)}`,
    stampedAt: now,
    cancelled: session.cancelledAt !== null,
  })
}

type Workplace = { municipalityCode: string | null; organisation: string | null }

/** The gemeente, or the other organisation that somebody works for. */
export function workplaceName({ municipalityCode, organisation }: Workplace): string {
  const municipality = municipalityCode ? findMunicipality(municipalityCode) : undefined
  return municipality ? municipalityLabel(municipality) : (organisation ?? municipalityCode ?? '')
}
