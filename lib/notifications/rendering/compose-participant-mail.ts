import type { ReactElement } from 'react'
import { sessionName } from '@/emails/parts/one-line'
import type { ParticipantMail } from '@/emails/parts/participant-mail'
import { fillPlaceholders } from '@/emails/parts/prose'
import { renderBodies } from '@/emails/render-bodies'
import { workplaceName } from '@/lib/municipalities/queries'
import { selfCancelPlaceholder, selfServicePlaceholder, takePartPlaceholder } from '@/lib/outbox/link-placeholders'
import { routes } from '@/lib/platform/routes'
import { longDate, timeRange } from '@/lib/platform/time'
import { sessionCalendar } from '../calendar'
import { resolveTemplate } from '../default-templates'
import type { Placeholder, PreviewKind } from '../schema'
import type { Participant } from './participant-data'
import type { RenderContext, RenderedMail } from './rendered-mail'

type Session = Participant['session']

/** What a mail of this kind to this participant is made from. */
export function composeParticipantMail(
  participant: Participant,
  kind: PreviewKind,
  context: RenderContext,
): ParticipantMail {
  const { session } = participant
  const [release] = session.releases
  return {
    ...resolveTemplate(kind, session.templateOverrides, context),
    values: { ...sessionValues(session), naam: participant.name, gemeente: workplaceName(participant) },
    session,
    contact: contactOf(session),
    url: sessionUrl(session, context),
    hasSeat: participant.waitlistedAt === null,
    selfServiceLinks: {
      url: selfServicePlaceholder,
      cancelUrl: canCancel(participant, kind, context) ? selfCancelPlaceholder : null,
    },
    release:
      release && participant.waitlistedAt === null
        ? { agenda: release.agenda, takePartUrl: takePartPlaceholder }
        : null,
  }
}

/** After these there is nothing to cancel, also where somebody reads one before it goes out. */
const kindsWithoutCancelLink = new Set<PreviewKind>([
  'registrationCancelled',
  'transferred',
  'offerExpired',
  'sessionCancelled',
  'followUp',
  'questionResult',
])

const canCancel = ({ cancelledAt, session }: Participant, kind: PreviewKind, { now }: RenderContext) =>
  !kindsWithoutCancelLink.has(kind) && cancelledAt === null && session.cancelledAt === null && now < session.endsAt

type SessionFields = Pick<Session, 'title' | 'startsAt' | 'endsAt' | 'organisedBy' | 'contactName'>

/** What stands in place of the placeholders that are about the session. */
export function sessionValues(session: SessionFields): Record<Exclude<Placeholder, 'naam' | 'gemeente'>, string> {
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
export async function renderParticipantMail(
  participant: Participant,
  mail: ParticipantMail,
  body: ReactElement,
  calendar: RenderedMail['calendar'] = null,
): Promise<RenderedMail> {
  return {
    to: { name: participant.name, address: participant.email },
    replyTo: mail.contact,
    subject: fillPlaceholders(mail.subject, mail.values),
    ...(await renderBodies(body)),
    calendar,
  }
}

/** The calendar file of this sign-up as it is now; null for who has no place, and never had one to put in a calendar. */
export function participantCalendar(participant: Participant, context: RenderContext) {
  const { id, version, cancelledAt, waitlistedAt, session } = participant
  if (waitlistedAt) return null
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
