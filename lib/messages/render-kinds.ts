import { createElement } from 'react'
import AlreadyRegistered, * as alreadyRegistered from '@/emails/already-registered'
import Changed from '@/emails/changed'
import Clarification from '@/emails/clarification'
import Confirmation, * as confirmation from '@/emails/confirmation'
import HandedOver from '@/emails/handed-over'
import Letter from '@/emails/letter'
import LostLink from '@/emails/lost-link'
import OfferExpired from '@/emails/offer-expired'
import Outcome from '@/emails/outcome'
import type { MailWords } from '@/emails/participant-mail'
import PlaceOffered, * as placeOffered from '@/emails/place-offered'
import RegistrationCancelled from '@/emails/registration-cancelled'
import RegistrationChanged from '@/emails/registration-changed'
import Release from '@/emails/release'
import Reminder from '@/emails/reminder'
import SessionCancelled from '@/emails/session-cancelled'
import Thanks from '@/emails/thanks'
import WaitingList from '@/emails/waiting-list'
import { workplaceName } from '@/lib/municipalities/queries'
import type { Participant } from './participant'
import { takePlaceMark } from './personal-link'
import { participantCalendar, participantMail, renderTo } from './render-participant'
import type { RenderContext, RenderedMail } from './rendered'
import type { MessageDetails, PreviewKind } from './schema'

type Renderer = (to: Participant, context: RenderContext, details: MessageDetails) => Promise<RenderedMail>

/** Each mail to a participant: what only this mail tells. Words and looks are in emails/. */
export const toParticipant: Record<Exclude<PreviewKind, 'question-deadline'>, Renderer> = {
  async confirmation(to, context, details) {
    const handedOverBy = giverOf(to, details)
    const words = participantMail(to, 'confirmation', context)
    const mail: confirmation.ConfirmationMail = {
      ...words,
      ...(handedOverBy && wordsForColleague(words, confirmation)),
      ...to,
      ...filledIn(to),
      ...about(to),
      handedOverBy,
    }
    return await renderTo(to, mail, createElement(Confirmation, mail), participantCalendar(to, context))
  },

  async 'waiting-list'(to, context, details) {
    const closesAt = to.session.registrationClosesAt
    const mail = {
      ...participantMail(to, 'waiting-list', context),
      ...to,
      ...filledIn(to),
      ...about(to),
      closesAt,
      handedOverBy: giverOf(to, details),
    }
    return await renderTo(to, mail, createElement(WaitingList, mail))
  },

  async 'place-offered'(to, context, details) {
    const until = to.offerExpiresAt ?? to.session.registrationClosesAt
    const handedOverBy = giverOf(to, details)
    const words = participantMail(to, 'place-offered', context)
    const mail = {
      ...words,
      ...(handedOverBy && wordsForColleague(words, placeOffered)),
      until,
      takePlaceUrl: takePlaceMark,
      handedOverBy,
    }
    return await renderTo(to, mail, createElement(PlaceOffered, mail))
  },

  async 'offer-expired'(to, context, { offerEnd = 'unanswered' }) {
    const closesAt = to.session.registrationClosesAt
    const canSignUp = context.now < closesAt
    const mail = { ...participantMail(to, 'offer-expired', context), closesAt, canSignUp, offerEnd }
    return await renderTo(to, mail, createElement(OfferExpired, mail))
  },

  async 'already-registered'(to, context, details) {
    const { createdAt: registeredAt } = to
    const handedOverBy = giverOf(to, details)
    const words = participantMail(to, 'already-registered', context)
    const mail = {
      ...words,
      ...(handedOverBy && wordsForColleague(words, alreadyRegistered)),
      ...about(to),
      registeredAt,
      handedOverBy,
    }
    return await renderTo(to, mail, createElement(AlreadyRegistered, mail))
  },

  async release(to, context) {
    const { release, ...rest } = participantMail(to, 'release', context)
    if (!release) throw new Error('nothing has been released')
    const mail = { ...rest, release }
    return await renderTo(to, mail, createElement(Release, mail))
  },

  'reminder-week': (to, context) => remind(to, context, 'week'),
  'reminder-day': (to, context) => remind(to, context, 'day'),
  'reminder-hour': (to, context) => remind(to, context, 'hour'),

  async changed(to, context, { before, linkChanged = false, agendaChanged = false }) {
    const was = before ? { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) } : null
    const mail = { ...participantMail(to, 'changed', context), before: was, linkChanged, agendaChanged }
    return await renderTo(to, mail, createElement(Changed, mail), participantCalendar(to, context))
  },

  async 'session-cancelled'(to, context) {
    const mail = { ...participantMail(to, 'session-cancelled', context), why: to.session.cancelReason ?? '' }
    return await renderTo(to, mail, createElement(SessionCancelled, mail), participantCalendar(to, context))
  },

  async 'registration-changed'(to, context) {
    const over = context.now >= to.session.endsAt
    const words = participantMail(to, 'registration-changed', context)
    const mail = { ...words, ...to, ...filledIn(to), ...about(to), over }
    return await renderTo(to, mail, createElement(RegistrationChanged, mail))
  },

  async 'registration-cancelled'(to, context, { bySelf = false }) {
    const closesAt = to.session.registrationClosesAt
    const canSignUp = to.session.cancelledAt === null && context.now < closesAt
    const mail = { ...participantMail(to, 'registration-cancelled', context), bySelf, closesAt, canSignUp }
    const calendar = participantCalendar({ ...to, cancelledAt: to.cancelledAt ?? context.now }, context)
    return await renderTo(to, mail, createElement(RegistrationCancelled, mail), calendar)
  },

  async 'handed-over'(to, context) {
    const mail = participantMail(to, 'handed-over', context)
    const calendar = participantCalendar({ ...to, cancelledAt: to.cancelledAt ?? context.now }, context)
    return await renderTo(to, mail, createElement(HandedOver, mail), calendar)
  },

  async 'lost-link'(to, context) {
    const mail = participantMail(to, 'lost-link', context)
    return await renderTo(to, mail, createElement(LostLink, mail))
  },

  async thanks(to, context) {
    const { materials, evaluationUrl } = to.session
    const mail = { ...participantMail(to, 'thanks', context), materials, evaluationUrl }
    return await renderTo(to, mail, createElement(Thanks, mail))
  },

  async clarification(to, context, { ask = '' }) {
    const mail = { ...participantMail(to, 'clarification', context), question: askedBy(to)?.text ?? null, ask }
    return await renderTo(to, mail, createElement(Clarification, mail))
  },

  async outcome(to, context) {
    const asked = askedBy(to)
    const { state = 'fresh', outcomeText: ownText = '' } = asked?.triage ?? {}
    const mail = { ...participantMail(to, 'outcome', context), question: asked?.text ?? null, state, ownText }
    return await renderTo(to, mail, createElement(Outcome, mail))
  },

  async letter(to, context) {
    const mail = participantMail(to, 'letter', context)
    return await renderTo(to, mail, createElement(Letter, mail))
  },
}

/** Who handed their place to this reader, when that is what the mail is about; somebody who is gone has no name. */
function giverOf({ handedOverBy: [giver] }: Participant, { handedOver = false }: MessageDetails): string | null {
  if (!handedOver) return null
  return giver && !giver.erasedAt ? giver.name : 'Een collega'
}

type Standards = { standard: MailWords; standardHandedOver: Partial<MailWords> }

/** Our own words for who did nothing themselves; what an organiser made of them stays. */
const wordsForColleague = ({ subject, text }: MailWords, { standard, standardHandedOver: other }: Standards) => ({
  subject: subject === standard.subject ? (other.subject ?? subject) : subject,
  text: text === standard.text ? (other.text ?? text) : text,
})

const filledIn = (to: Participant) => ({
  workplace: { label: to.municipalityCode ? ('Gemeente' as const) : ('Organisatie' as const), name: workplaceName(to) },
  answers: to.answers.map(({ question, text }) => ({ question: question.label, text })),
})

async function remind(to: Participant, context: RenderContext, when: 'week' | 'day' | 'hour'): Promise<RenderedMail> {
  const mail = { ...participantMail(to, `reminder-${when}`, context), when }
  return await renderTo(to, mail, createElement(Reminder, mail))
}

function about(to: Participant) {
  const asked = askedBy(to)
  return {
    hasQuestion: asked !== undefined,
    questionInTime: to.questionInTime,
    textInTime: asked?.textInTime ?? null,
  }
}

/** What this participant wants treated. */
const askedBy = ({ answers }: Participant) => answers.find(({ question }) => question.isAsked)
