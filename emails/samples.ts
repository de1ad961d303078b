import { createElement, type ReactElement } from 'react'
import AccountChanged, * as accountChanged from './account-changed'
import AddressChanged, * as addressChanged from './address-changed'
import AddressConfirm, * as addressConfirm from './address-confirm'
import AlreadyRegistered, * as alreadyRegistered from './already-registered'
import Changed, * as changed from './changed'
import Clarification, * as clarification from './clarification'
import Confirmation, * as confirmation from './confirmation'
import HandedOver, * as handedOver from './handed-over'
import Invitation, * as invitation from './invitation'
import Letter, * as letter from './letter'
import LostLink, * as lostLink from './lost-link'
import OfferExpired, * as offerExpired from './offer-expired'
import Outcome, * as outcome from './outcome'
import { sampleMail } from './participant-mail'
import PasswordReset, * as passwordReset from './password-reset'
import PlaceOffered, * as placeOffered from './place-offered'
import { fillIn } from './prose'
import QuestionDeadline, * as questionDeadline from './question-deadline'
import RegistrationCancelled, * as registrationCancelled from './registration-cancelled'
import RegistrationChanged, * as registrationChanged from './registration-changed'
import Release, * as release from './release'
import Reminder, * as reminder from './reminder'
import SessionCancelled, * as sessionCancelled from './session-cancelled'
import Thanks, * as thanks from './thanks'
import WaitingList, * as waitingList from './waiting-list'

type Sample = { subject: string; body: ReactElement }

const { sample } = confirmation
const late = { ...sample, questionInTime: false, contactWish: 'email' as const, phone: null, needs: null }
const released = { ...sample, release: sampleMail.release }
const waits = { hasPlace: false, release: null }
const fromColleague = { handedOverBy: 'Robin Voorbeeld', contactWish: 'none' as const, phone: null, needs: null }
const received = { ...released, ...fromColleague, ...confirmation.standardHandedOver }
const turn = { ...waitingList.sample, ...fromColleague }
const knownColleague = {
  ...alreadyRegistered.sample,
  ...alreadyRegistered.standardHandedOver,
  handedOverBy: 'Robin Voorbeeld',
}
const offer = { ...placeOffered.sample, ...placeOffered.standardHandedOver, handedOverBy: 'Robin Voorbeeld' }
const gaveTurn = { ...handedOver.sample, ...waits }
const closed = { ...offerExpired.sample, canSignUp: false, offerEnd: 'closed' as const }
const sooner = { ...closed, offerEnd: 'sooner' as const }
const moved = { ...changed.sample, ...waits }
const calledOff = { ...sessionCancelled.sample, ...waits }
const offTheList = { ...registrationCancelled.sample, ...waits }
const bySelf = { ...registrationCancelled.sample, bySelf: true }
const tooLate = { ...bySelf, canSignUp: false }
const changedLate = { ...registrationChanged.sample, textInTime: 'Hoe begin je met inclusief beleid?' }
const filled = (props: { subject: string; values: Record<string, string> }, body: ReactElement): Sample => ({
  subject: fillIn(props.subject, props.values),
  body,
})
const remind = (when: reminder.ReminderMail['when'], link = true): Sample => {
  const props = { ...reminder.sample, ...reminder.standard[when], when, ...(!link && { release: null }) }
  return filled(props, createElement(Reminder, props))
}

const tell = (different: Partial<outcome.OutcomeMail>): Sample => {
  const props = { ...outcome.sample, ...different }
  return filled(props, createElement(Outcome, props))
}

/** Every mail there is, in each of its forms, with sample data. */
export const samples: Record<string, Sample> = {
  confirmation: filled(sample, createElement(Confirmation, sample)),
  'confirmation-later': filled(late, createElement(Confirmation, late)),
  'confirmation-released': filled(released, createElement(Confirmation, released)),
  'confirmation-handed-over': filled(received, createElement(Confirmation, received)),
  'waiting-list': filled(waitingList.sample, createElement(WaitingList, waitingList.sample)),
  'place-offered': filled(placeOffered.sample, createElement(PlaceOffered, placeOffered.sample)),
  'waiting-list-handed-over': filled(turn, createElement(WaitingList, turn)),
  'place-offered-handed-over': filled(offer, createElement(PlaceOffered, offer)),
  'offer-expired': filled(offerExpired.sample, createElement(OfferExpired, offerExpired.sample)),
  'offer-expired-closed': filled(closed, createElement(OfferExpired, closed)),
  'offer-expired-sooner': filled(sooner, createElement(OfferExpired, sooner)),
  'already-registered': filled(alreadyRegistered.sample, createElement(AlreadyRegistered, alreadyRegistered.sample)),
  'already-registered-handed-over': filled(knownColleague, createElement(AlreadyRegistered, knownColleague)),
  release: filled(release.sample, createElement(Release, release.sample)),
  changed: filled(changed.sample, createElement(Changed, changed.sample)),
  'changed-waiting': filled(moved, createElement(Changed, moved)),
  'reminder-week': remind('week', false),
  'reminder-day': remind('day'),
  'reminder-day-no-link': remind('day', false),
  'reminder-hour': remind('hour'),
  'session-cancelled': filled(sessionCancelled.sample, createElement(SessionCancelled, sessionCancelled.sample)),
  'registration-changed': filled(
    registrationChanged.sample,
    createElement(RegistrationChanged, registrationChanged.sample),
  ),
  'registration-changed-later': filled(changedLate, createElement(RegistrationChanged, changedLate)),
  'registration-cancelled': filled(
    registrationCancelled.sample,
    createElement(RegistrationCancelled, registrationCancelled.sample),
  ),
  'session-cancelled-waiting': filled(calledOff, createElement(SessionCancelled, calledOff)),
  'registration-cancelled-waiting': filled(offTheList, createElement(RegistrationCancelled, offTheList)),
  'registration-cancelled-by-self': filled(bySelf, createElement(RegistrationCancelled, bySelf)),
  'registration-cancelled-too-late': filled(tooLate, createElement(RegistrationCancelled, tooLate)),
  'handed-over': filled(handedOver.sample, createElement(HandedOver, handedOver.sample)),
  'handed-over-waiting': filled(gaveTurn, createElement(HandedOver, gaveTurn)),
  'lost-link': filled(lostLink.sample, createElement(LostLink, lostLink.sample)),
  thanks: filled(thanks.sample, createElement(Thanks, thanks.sample)),
  clarification: filled(clarification.sample, createElement(Clarification, clarification.sample)),
  'outcome-answered': tell({ state: 'answered' }),
  'outcome-in-writing': tell({ state: 'inWriting' }),
  'outcome-outside': tell({ state: 'outside' }),
  'outcome-undecided': tell({ state: 'fresh' }),
  'outcome-own-text': tell({ ownText: 'We hebben je vraag doorgegeven.\nJe hoort van ons.' }),
  letter: filled(letter.sample, createElement(Letter, letter.sample)),
  'question-deadline': filled(questionDeadline.sample, createElement(QuestionDeadline, questionDeadline.sample)),
  'address-confirm': {
    subject: addressConfirm.subject,
    body: createElement(AddressConfirm, addressConfirm.sample),
  },
  'address-changed': {
    subject: addressChanged.subject,
    body: createElement(AddressChanged, addressChanged.sample),
  },
  invitation: { subject: invitation.subject, body: createElement(Invitation, invitation.sample) },
  'password-reset': { subject: passwordReset.subject, body: createElement(PasswordReset, passwordReset.sample) },
  'account-changed': {
    subject: accountChanged.subjectOf(accountChanged.sample.change),
    body: createElement(AccountChanged, accountChanged.sample),
  },
}
