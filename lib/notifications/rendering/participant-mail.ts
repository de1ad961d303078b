import { createElement } from 'react'
import { z } from 'zod'
import type { ParticipantMail, ParticipantTemplate } from '@/emails/parts/participant-mail'
import { fillPlaceholders } from '@/emails/parts/placeholders'
import { sampleOf } from '@/emails/parts/sample-data'
import { unlinked } from '@/emails/parts/unlinked'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import type { RegistrationStatus } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import {
  otherColleaguePlaceholder,
  selfCancelPlaceholder,
  selfServicePlaceholder,
  takePartPlaceholder,
  takeSeatPlaceholder,
} from '@/lib/outbox/link-placeholders'
import { type MessageDetails, parseDetails } from '@/lib/outbox/message-details'
import type { RenderedMail } from '@/lib/outbox/render-and-store'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import { type MailKind, type RenderContext, requireReference, type SampleMail } from '../kinds/mail-kind'
import { previousTimes } from '../session-times'
import { sessionCalendar } from './calendar'
import { type Participant, readParticipant, sampleParticipant } from './participant-data'
import { placeholderValues, resolveTemplate } from './templates'

type MailData = { kind: MessageKind; participant: Participant; details: MessageDetails; context: RenderContext }

type Declaration = Omit<MailKind, 'defaultTemplate' | 'samples' | 'render' | 'renderSample'> & {
  /** Attaches a calendar file: `current` adds or updates the session's entry, `cancelled` removes it. */
  calendar?: 'current' | 'cancelled'
  /** Before agenda and link are released, previews show a sample and, with `always`, rendering the real mail throws. */
  needsRelease?: 'always' | 'in-preview'
}

/** Returns a kind of mail to participants. If `template` has no default text, the mail has that of a custom message. */
export function participantMail(
  template: ParticipantTemplate,
  { calendar, needsRelease, ...declaration }: Declaration,
): MailKind {
  const { defaultTemplate = { subject: '', text: '' }, defaultTemplateForTransferee, variants = {} } = template
  const samples = Object.entries({ '': {}, ...variants }).map(([name, changes]) => [name, sampleOf(template, changes)])

  async function render({ kind, participant, details, context }: MailData): Promise<RenderedMail> {
    const { session, waitlistedAt } = participant
    const [release] = waitlistedAt === null ? session.releases : []
    if (!release && needsRelease === 'always') throw new Error('nothing has been released')
    const defaults = details.isTransfer ? { ...defaultTemplate, ...defaultTemplateForTransferee } : defaultTemplate
    const mail: ParticipantMail = {
      ...participant,
      ...resolveTemplate(kind, defaults, session.templateOverrides, context),
      now: context.now,
      values: placeholderValues(session, unlinked(participant.name), unlinked(workplaceName(participant))),
      contact: { name: session.contactName, address: session.contactEmail },
      url: `${context.siteUrl}${routes.session(session.slug)}`,
      selfServiceUrl: selfServicePlaceholder,
      cancelUrl: canCancel(participant, context) ? selfCancelPlaceholder : null,
      takeSeatUrl: takeSeatPlaceholder,
      otherColleagueUrl: otherColleaguePlaceholder,
      pending: pendingSignUps(participant, context),
      release: release ? { agenda: release.agenda, takePartUrl: takePartPlaceholder } : null,
      hasSeat: waitlistedAt === null,
      agendaQuestion: participant.answers.find(({ question }) => question.isAgendaQuestion) ?? null,
      transferredFrom: details.isTransfer ? transferorName(participant) : null,
      before: previousTimes(details),
      details,
    }
    return {
      to: { name: participant.name, address: participant.email },
      replyTo: mail.contact,
      subject: fillPlaceholders(mail.subject, mail.values),
      ...(await renderBodies(createElement(template.default, mail))),
      calendar: calendar ? participantCalendar(participant, mail, calendar) : null,
    }
  }

  return {
    ...declaration,
    defaultTemplate: template.defaultTemplate ?? null,
    samples: Object.fromEntries(samples),
    async render(message, context) {
      const participant = await readParticipant(requireReference(message.registrationId, message))
      const draft = template.defaultTemplate
        ? undefined
        : await readCustomMessage(requireReference(message.customMessageId, message))
      const details = parseDetails(message.details)
      return await render({ kind: message.kind, participant, details, context: { ...context, draft } })
    },
    async renderSample(sample, context) {
      const { sessionId, registrationId, kind } = sample
      const participant = await (registrationId ? readParticipant(registrationId) : sampleParticipant(sessionId))
      const session = sampleSession(participant.session, sample, needsRelease !== undefined)
      const kindStatus = ['waitlisted', 'offered'].includes(declaration.audience) ? 'offered' : 'signed-up'
      const status = registrationId && sample.status ? {} : sampleStatus(sample.status ?? kindStatus, session, context)
      const details = sampleDetails(participant.session, sample)
      return await render({ kind, participant: { ...participant, ...status, session }, details, context })
    },
  }
}

const readCustomMessage = (id: string) =>
  db().customMessage.findUniqueOrThrow({ where: { id }, select: { subject: true, text: true } })

const canCancel = ({ cancelledAt, session }: Participant, { now }: RenderContext) =>
  cancelledAt === null && session.cancelledAt === null && now < session.endsAt

const transferorName = ({ transferredFrom: [transferor] }: Participant) =>
  transferor && !transferor.erasedAt ? transferor.name : 'Een collega'

const signUpSchema = z.object({
  name: z.string(),
  role: z.string(),
  municipalityCode: z.string().nullable(),
  organisation: z.string().nullable(),
})

/** Returns the unconfirmed sign-ups with the participant's e-mail address: only the fields that the mail may show. */
const pendingSignUps = ({ pending }: Participant, { now }: RenderContext) =>
  pending
    .filter(({ expiresAt }) => now < expiresAt)
    .map(({ input, createdAt }) => {
      const form = signUpSchema.parse(input)
      return { name: form.name, role: form.role, workplace: workplaceName(form), createdAt }
    })

type Session = Participant['session']
const dayMs = 24 * 60 * 60 * 1000

/** Returns the session with the unsaved values of a preview. A missing cancel reason or agenda becomes a sample text. */
function sampleSession(session: Session, sample: SampleMail, showsRelease: boolean): Session {
  const { agenda, cancelReason, rescheduledTo, afterwards } = sample
  const releases =
    session.releases.length > 0 || !showsRelease ? session.releases : [{ agenda: 'Hier komt de agenda.' }]
  return {
    ...session,
    ...rescheduledTo,
    ...(afterwards && {
      notificationSettings: { notifyWaitlist: true, ...session.notificationSettings, ...afterwards },
    }),
    releases: agenda ? [{ agenda }] : releases,
    cancelReason: cancelReason ?? session.cancelReason ?? 'Hier komt de reden die je opgeeft.',
  }
}

/** Returns registration fields of this status, for previews. An offer ends in 48 hours, or when registration closes. */
function sampleStatus(status: RegistrationStatus, { registrationClosesAt }: Session, { now }: RenderContext) {
  if (status === 'signed-up') return {}
  if (status === 'cancelled') return { cancelledAt: now }
  if (status === 'waitlisted') return { waitlistedAt: now }
  const offerExpiresAt = new Date(Math.min(now.getTime() + 2 * dayMs, registrationClosesAt.getTime()))
  return { waitlistedAt: now, offerExpiresAt }
}

/** Returns message details for a preview. Without `rescheduledTo`, the previous session times are a week earlier. */
function sampleDetails({ startsAt, endsAt }: Session, { ask, correction, rescheduledTo }: SampleMail): MessageDetails {
  if (correction) return correction
  const earlier = (at: Date) => new Date(at.getTime() - (rescheduledTo ? 0 : 7 * dayMs)).toISOString()
  return { ask, before: { startsAt: earlier(startsAt), endsAt: earlier(endsAt) } }
}

/** Returns the calendar file for a registration, or `null` for a participant on the waitlist, who never got one. */
function participantCalendar(participant: Participant, mail: ParticipantMail, calendar: 'current' | 'cancelled') {
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
    contact: mail.contact,
    url: mail.url,
    stampedAt: mail.now,
    cancelled: calendar === 'cancelled' || (cancelledAt ?? session.cancelledAt) !== null,
  })
}
