import type { ReactElement } from 'react'
import { sessionName } from '@/emails/one-line'
import type { ParticipantMail } from '@/emails/participant-mail'
import { fillIn } from '@/emails/prose'
import { renderBodies } from '@/emails/render-bodies'
import { workplaceName } from '@/lib/municipalities/queries'
import { routes } from '@/lib/platform/routes'
import { longDate, timeRange } from '@/lib/platform/time'
import { sessionCalendar } from './calendar'
import type { Participant } from './participant'
import { ownCancelMark, ownSignUpMark, takePartMark } from './personal-link'
import { wordsFor } from './render-words'
import type { RenderContext, RenderedMail } from './rendered'
import type { Placeholder, PreviewKind } from './schema'

type Session = Participant['session']

/** What a mail of this kind to this participant is made from. */
export function participantMail(participant: Participant, kind: PreviewKind, context: RenderContext): ParticipantMail {
  const { session } = participant
  const [release] = session.releases
  return {
    ...wordsFor(kind, session.mailTexts, context),
    values: { ...sessionValues(session), naam: participant.name, gemeente: workplaceName(participant) },
    session,
    contact: contactOf(session),
    url: sessionUrl(session, context),
    hasPlace: participant.waitingSince === null,
    own: { url: ownSignUpMark, cancelUrl: canCancel(participant, kind, context) ? ownCancelMark : null },
    release:
      release && participant.waitingSince === null ? { agenda: release.agenda, takePartUrl: takePartMark } : null,
  }
}

/** After these there is nothing to cancel, also where somebody reads one before it goes out. */
const farewells = new Set<PreviewKind>([
  'registration-cancelled',
  'offer-expired',
  'session-cancelled',
  'thanks',
  'outcome',
])

const canCancel = ({ cancelledAt, session }: Participant, kind: PreviewKind, { now }: RenderContext) =>
  !farewells.has(kind) && cancelledAt === null && session.cancelledAt === null && now < session.endsAt

type Told = Pick<Session, 'title' | 'startsAt' | 'endsAt' | 'organisedBy' | 'contactName'>

/** What stands in place of the placeholders that are about the session. */
export function sessionValues(session: Told): Record<Exclude<Placeholder, 'naam' | 'gemeente'>, string> {
  return {
    kennissessie: sessionName(session.title),
    datum: longDate(session.startsAt),
    tijd: timeRange(session.startsAt, session.endsAt),
    organisator: session.organisedBy,
    contact: session.contactName,
  }
}

const contactOf = ({ contactName, contactEmail }: Session) => ({ name: contactName, address: contactEmail })
const sessionUrl = ({ slug }: Session, { siteUrl }: RenderContext) => `${siteUrl}${routes.session(slug)}`

/** The mail as it will be frozen: its subject filled in, its bodies made. */
export async function renderTo(
  participant: Participant,
  mail: ParticipantMail,
  body: ReactElement,
  calendar: RenderedMail['calendar'] = null,
): Promise<RenderedMail> {
  return {
    to: { name: participant.name, address: participant.email },
    replyTo: mail.contact,
    subject: fillIn(mail.subject, mail.values),
    ...(await renderBodies(body)),
    calendar,
  }
}

/** The calendar file of this sign-up as it is now; null for who has no place, and never had one to put in a calendar. */
export function participantCalendar(participant: Participant, context: RenderContext) {
  const { id, version, cancelledAt, waitingSince, session } = participant
  if (waitingSince) return null
  return sessionCalendar({
    // RFC 7986, 5.3: an UUID alone is one. A domain could change, and then a cancelling would find no entry.
    uid: id,
    // Both only go up, so that a later file always takes the place of an earlier one.
    sequence: session.calendarSequence + version - 1,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    contact: contactOf(session),
    url: sessionUrl(session, context),
    stampedAt: context.now,
    cancelled: (cancelledAt ?? session.cancelledAt) !== null,
  })
}
