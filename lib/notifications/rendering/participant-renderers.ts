import { createElement } from 'react'
import AlreadyRegistered, * as alreadyRegistered from '@/emails/already-registered'
import Clarification from '@/emails/clarification'
import Confirmation, * as confirmation from '@/emails/confirmation'
import CustomMessage from '@/emails/custom-message'
import FollowUp from '@/emails/follow-up'
import LinkRecovery from '@/emails/link-recovery'
import OfferExpired from '@/emails/offer-expired'
import type { MailTemplate } from '@/emails/parts/participant-mail'
import QuestionResult from '@/emails/question-result'
import RegistrationCancelled from '@/emails/registration-cancelled'
import RegistrationChanged from '@/emails/registration-changed'
import Release from '@/emails/release'
import Reminder from '@/emails/reminder'
import SeatOffered, * as seatOffered from '@/emails/seat-offered'
import SessionCancelled from '@/emails/session-cancelled'
import SessionChanged from '@/emails/session-changed'
import Transferred from '@/emails/transferred'
import Waitlisted from '@/emails/waitlisted'
import { workplaceName } from '@/lib/municipalities/queries'
import { takeSeatPlaceholder } from '@/lib/outbox/link-placeholders'
import type { MessageDetails, PreviewKind } from '../schema'
import { composeParticipantMail, participantCalendar, renderParticipantMail } from './compose-participant-mail'
import type { Participant } from './participant-data'
import type { RenderContext, RenderedMail } from './rendered-mail'

type ParticipantRenderer = (to: Participant, context: RenderContext, details: MessageDetails) => Promise<RenderedMail>

/** Each mail to a participant: what only this mail tells. Words and looks are in emails/. */
export const participantRenderers: Record<Exclude<PreviewKind, 'question-deadline'>, ParticipantRenderer> = {
  async confirmation(to, context, details) {
    const transferredFrom = transferorName(to, details)
    const template = composeParticipantMail(to, 'confirmation', context)
    const mail: confirmation.ConfirmationMail = {
      ...template,
      ...(transferredFrom && templateForTransferee(template, confirmation)),
      ...to,
      ...registrationDetails(to),
      ...questionStatus(to),
      transferredFrom,
    }
    return await renderParticipantMail(to, mail, createElement(Confirmation, mail), participantCalendar(to, context))
  },

  async 'waiting-list'(to, context, details) {
    const closesAt = to.session.registrationClosesAt
    const mail = {
      ...composeParticipantMail(to, 'waiting-list', context),
      ...to,
      ...registrationDetails(to),
      ...questionStatus(to),
      closesAt,
      transferredFrom: transferorName(to, details),
    }
    return await renderParticipantMail(to, mail, createElement(Waitlisted, mail))
  },

  async 'place-offered'(to, context, details) {
    const until = to.offerExpiresAt ?? to.session.registrationClosesAt
    const transferredFrom = transferorName(to, details)
    const words = composeParticipantMail(to, 'place-offered', context)
    const mail = {
      ...words,
      ...(transferredFrom && templateForTransferee(words, seatOffered)),
      until,
      takeSeatUrl: takeSeatPlaceholder,
      transferredFrom,
    }
    return await renderParticipantMail(to, mail, createElement(SeatOffered, mail))
  },

  async 'offer-expired'(to, context, { offerEnd = 'unanswered' }) {
    const closesAt = to.session.registrationClosesAt
    const canSignUp = context.now < closesAt
    const mail = { ...composeParticipantMail(to, 'offer-expired', context), closesAt, canSignUp, offerEnd }
    return await renderParticipantMail(to, mail, createElement(OfferExpired, mail))
  },

  async 'already-registered'(to, context, details) {
    const { createdAt: registeredAt } = to
    const transferredFrom = transferorName(to, details)
    const words = composeParticipantMail(to, 'already-registered', context)
    const mail = {
      ...words,
      ...(transferredFrom && templateForTransferee(words, alreadyRegistered)),
      ...questionStatus(to),
      registeredAt,
      transferredFrom,
    }
    return await renderParticipantMail(to, mail, createElement(AlreadyRegistered, mail))
  },

  async release(to, context) {
    const { release, ...rest } = composeParticipantMail(to, 'release', context)
    if (!release) throw new Error('nothing has been released')
    const mail = { ...rest, release }
    return await renderParticipantMail(to, mail, createElement(Release, mail))
  },

  'reminder-week': (to, context) => renderReminder(to, context, 'week'),
  'reminder-day': (to, context) => renderReminder(to, context, 'day'),
  'reminder-hour': (to, context) => renderReminder(to, context, 'hour'),

  async changed(to, context, { before, linkChanged = false, agendaChanged = false }) {
    const previousTimes = before ? { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) } : null
    const mail = {
      ...composeParticipantMail(to, 'changed', context),
      before: previousTimes,
      linkChanged,
      agendaChanged,
    }
    return await renderParticipantMail(to, mail, createElement(SessionChanged, mail), participantCalendar(to, context))
  },

  async 'session-cancelled'(to, context) {
    const mail = { ...composeParticipantMail(to, 'session-cancelled', context), reason: to.session.cancelReason ?? '' }
    return await renderParticipantMail(
      to,
      mail,
      createElement(SessionCancelled, mail),
      participantCalendar(to, context),
    )
  },

  async 'registration-changed'(to, context) {
    const hasEnded = context.now >= to.session.endsAt
    const words = composeParticipantMail(to, 'registration-changed', context)
    const mail = { ...words, ...to, ...registrationDetails(to), ...questionStatus(to), hasEnded }
    return await renderParticipantMail(to, mail, createElement(RegistrationChanged, mail))
  },

  async 'registration-cancelled'(to, context, { bySelf = false }) {
    const closesAt = to.session.registrationClosesAt
    const canSignUp = to.session.cancelledAt === null && context.now < closesAt
    const mail = { ...composeParticipantMail(to, 'registration-cancelled', context), bySelf, closesAt, canSignUp }
    const calendar = participantCalendar({ ...to, cancelledAt: to.cancelledAt ?? context.now }, context)
    return await renderParticipantMail(to, mail, createElement(RegistrationCancelled, mail), calendar)
  },

  async 'handed-over'(to, context) {
    const mail = composeParticipantMail(to, 'handed-over', context)
    const calendar = participantCalendar({ ...to, cancelledAt: to.cancelledAt ?? context.now }, context)
    return await renderParticipantMail(to, mail, createElement(Transferred, mail), calendar)
  },

  async 'lost-link'(to, context) {
    const mail = composeParticipantMail(to, 'lost-link', context)
    return await renderParticipantMail(to, mail, createElement(LinkRecovery, mail))
  },

  async thanks(to, context) {
    const { materials = '', evaluationUrl = null } = to.session.notificationSettings ?? {}
    const mail = { ...composeParticipantMail(to, 'thanks', context), materials, evaluationUrl }
    return await renderParticipantMail(to, mail, createElement(FollowUp, mail))
  },

  async clarification(to, context, { ask = '' }) {
    const mail = {
      ...composeParticipantMail(to, 'clarification', context),
      question: findAgendaAnswer(to)?.text ?? null,
      ask,
    }
    return await renderParticipantMail(to, mail, createElement(Clarification, mail))
  },

  async outcome(to, context) {
    const agendaAnswer = findAgendaAnswer(to)
    const { state = 'new', resultText: ownText = '' } = agendaAnswer?.triage ?? {}
    const mail = {
      ...composeParticipantMail(to, 'outcome', context),
      question: agendaAnswer?.text ?? null,
      state,
      ownText,
    }
    return await renderParticipantMail(to, mail, createElement(QuestionResult, mail))
  },

  async letter(to, context) {
    const mail = composeParticipantMail(to, 'letter', context)
    return await renderParticipantMail(to, mail, createElement(CustomMessage, mail))
  },
}

/** Who handed their place to this reader, when that is what the mail is about; somebody who is gone has no name. */
function transferorName(
  { transferredFrom: [transferor] }: Participant,
  { isTransfer = false }: MessageDetails,
): string | null {
  if (!isTransfer) return null
  return transferor && !transferor.erasedAt ? transferor.name : 'Een collega'
}

type DefaultTemplates = { defaultTemplate: MailTemplate; defaultTemplateForTransferee: Partial<MailTemplate> }

/** Our own words for who did nothing themselves; what an organiser made of them stays. */
const templateForTransferee = (
  { subject, text }: MailTemplate,
  { defaultTemplate, defaultTemplateForTransferee: transfereeTemplate }: DefaultTemplates,
) => ({
  subject: subject === defaultTemplate.subject ? (transfereeTemplate.subject ?? subject) : subject,
  text: text === defaultTemplate.text ? (transfereeTemplate.text ?? text) : text,
})

const registrationDetails = (to: Participant) => ({
  workplace: { label: to.municipalityCode ? ('Gemeente' as const) : ('Organisatie' as const), name: workplaceName(to) },
  answers: to.answers.map(({ question, text }) => ({ question: question.label, text })),
})

async function renderReminder(
  to: Participant,
  context: RenderContext,
  when: 'week' | 'day' | 'hour',
): Promise<RenderedMail> {
  const mail = { ...composeParticipantMail(to, `reminder-${when}`, context), when }
  return await renderParticipantMail(to, mail, createElement(Reminder, mail))
}

function questionStatus(to: Participant) {
  const agendaAnswer = findAgendaAnswer(to)
  return {
    hasQuestion: agendaAnswer !== undefined,
    askedBeforeDeadline: to.askedBeforeDeadline,
    textAtDeadline: agendaAnswer?.textAtDeadline ?? null,
  }
}

/** What this participant wants treated. */
const findAgendaAnswer = ({ answers }: Participant) => answers.find(({ question }) => question.isAgendaQuestion)
