import type { ReactElement } from 'react'
import type { MailTemplate, ParticipantMail } from '@/emails/parts/participant-mail'
import { fillPlaceholders } from '@/emails/parts/prose'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { workplaceName } from '@/lib/municipalities/queries'
import { selfCancelPlaceholder, selfServicePlaceholder, takePartPlaceholder } from '@/lib/outbox/link-placeholders'
import { type MessageDetails, parseDetails } from '@/lib/outbox/message-details'
import type { RenderedMail } from '@/lib/outbox/render-and-store'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import {
  type MailKind,
  type MessageToRender,
  type RenderContext,
  requireReference,
  type SampleMail,
} from '../kinds/mail-kind'
import { sessionCalendar } from './calendar'
import { type Participant, readParticipant, sampleParticipant } from './participant-data'
import { sessionValues } from './session-values'
import { resolveTemplate, templateForTransferee } from './templates'

type MailData = { participant: Participant; details: MessageDetails; context: RenderContext }

type ParticipantMailDeclaration = Omit<MailKind, 'render' | 'renderSample'> & {
  body: (mail: ParticipantMail, data: MailData) => ReactElement
  /** Replaces the default template for the receiver of a transfer. */
  transfereeTemplate?: Partial<MailTemplate>
  /** For mails after which there is nothing to cancel. */
  withoutCancelLink?: true
  /** Attaches a calendar file with the session, or one that cancels it. */
  calendar?: 'current' | 'cancelled'
  sample?: {
    /** Status of the sample participant. */
    status?: (participant: Participant, context: RenderContext) => Partial<Participant>
    details?: (participant: Participant, sample: SampleMail) => MessageDetails
    needsRelease?: true
  }
}

const emptyTemplate = { subject: '', text: '' }

/** Declares a mail to a participant. Without a default template the text is that of the custom message. */
export function participantMail(declaration: ParticipantMailDeclaration): MailKind {
  const { body, transfereeTemplate, withoutCancelLink, calendar, sample = {}, ...kind } = declaration
  const defaultTemplate = kind.defaultTemplate ?? emptyTemplate

  async function render(name: MessageKind, data: MailData): Promise<RenderedMail> {
    const { participant, details, context } = data
    const { session } = participant
    const [release] = participant.waitlistedAt === null ? session.releases : []
    const template = resolveTemplate(name, defaultTemplate, session.templateOverrides, context)
    const mail: ParticipantMail = {
      ...(details.isTransfer && transfereeTemplate
        ? templateForTransferee(template, defaultTemplate, transfereeTemplate)
        : template),
      values: { ...sessionValues(session), naam: participant.name, gemeente: workplaceName(participant) },
      session,
      contact: contactOf(session),
      url: sessionUrl(session, context),
      hasSeat: participant.waitlistedAt === null,
      selfServiceLinks: {
        url: selfServicePlaceholder,
        cancelUrl: !withoutCancelLink && canCancel(participant, context) ? selfCancelPlaceholder : null,
      },
      release: release ? { agenda: release.agenda, takePartUrl: takePartPlaceholder } : null,
    }
    return {
      to: { name: participant.name, address: participant.email },
      replyTo: mail.contact,
      subject: fillPlaceholders(mail.subject, mail.values),
      ...(await renderBodies(body(mail, data))),
      calendar: calendar ? participantCalendar(participant, calendar, context) : null,
    }
  }

  return {
    ...kind,
    async render(message, context) {
      const participant = await readParticipant(requireReference(message.registrationId, message))
      const draft = kind.defaultTemplate ? undefined : await readCustomMessage(message)
      return await render(message.kind, {
        participant,
        details: parseDetails(message.details),
        context: { ...context, draft },
      })
    },
    async renderSample(mail, context) {
      const { sessionId, registrationId } = mail
      const participant = await (registrationId ? readParticipant(registrationId) : sampleParticipant(sessionId))
      return await render(mail.kind, {
        participant: {
          ...participant,
          ...sample.status?.(participant, context),
          session: sampleSession(participant.session, mail, sample.needsRelease),
        },
        details: sample.details?.(participant, mail) ?? {},
        context,
      })
    },
  }
}

const readCustomMessage = (message: MessageToRender) =>
  db().customMessage.findUniqueOrThrow({
    where: { id: requireReference(message.customMessageId, message) },
    select: { subject: true, text: true },
  })

const canCancel = ({ cancelledAt, session }: Participant, { now }: RenderContext) =>
  cancelledAt === null && session.cancelledAt === null && now < session.endsAt

type Session = Participant['session']
const contactOf = ({ contactName, contactEmail }: Session) => ({ name: contactName, address: contactEmail })
const sessionUrl = ({ slug }: Session, { siteUrl }: RenderContext) => `${siteUrl}${routes.session(slug)}`

/** Fills in what is not saved yet: values of the sample, else fixed sample texts. */
function sampleSession(session: Session, sample: SampleMail, needsRelease = false): Session {
  const { agenda, cancelReason, rescheduledTo, afterwards } = sample
  const releases =
    session.releases.length > 0 || !needsRelease ? session.releases : [{ agenda: 'Hier komt de agenda.' }]
  return {
    ...session,
    ...rescheduledTo,
    ...(afterwards && { notificationSettings: afterwards }),
    releases: agenda ? [{ agenda }] : releases,
    cancelReason: cancelReason ?? session.cancelReason ?? 'Hier komt de reden die je opgeeft.',
  }
}

/** The calendar file of a registration. Returns `null` for a waitlisted participant, who never had one. */
function participantCalendar(participant: Participant, calendar: 'current' | 'cancelled', context: RenderContext) {
  const { id, version, cancelledAt, waitlistedAt, session } = participant
  if (waitlistedAt) return null
  return sessionCalendar({
    // RFC 7986, 5.3: a UUID alone is a valid UID. A domain could change, and a cancellation would then find no entry.
    uid: id,
    // Both numbers only increase, so a later file always replaces an earlier one.
    sequence: session.calendarSequence + version - 1,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    contact: contactOf(session),
    url: sessionUrl(session, context),
    stampedAt: context.now,
    cancelled: calendar === 'cancelled' || (cancelledAt ?? session.cancelledAt) !== null,
  })
}
