import * as alreadyRegistered from '@/emails/already-registered'
import * as changed from '@/emails/changed'
import * as clarification from '@/emails/clarification'
import * as confirmation from '@/emails/confirmation'
import * as offerExpired from '@/emails/offer-expired'
import * as outcome from '@/emails/outcome'
import * as placeOffered from '@/emails/place-offered'
import * as questionDeadline from '@/emails/question-deadline'
import * as registrationCancelled from '@/emails/registration-cancelled'
import * as registrationChanged from '@/emails/registration-changed'
import * as release from '@/emails/release'
import * as reminder from '@/emails/reminder'
import * as sessionCancelled from '@/emails/session-cancelled'
import * as thanks from '@/emails/thanks'
import * as waitingList from '@/emails/waiting-list'
import type { RenderContext } from './rendered'
import type { AdaptableKind, PreviewKind, Words } from './schema'

/** The words of each mail when no organiser changed them. */
export const standardWords: Record<AdaptableKind, Words> = {
  confirmation: confirmation.standard,
  'waiting-list': waitingList.standard,
  'place-offered': placeOffered.standard,
  'offer-expired': offerExpired.standard,
  'already-registered': alreadyRegistered.standard,
  release: release.standard,
  'reminder-week': reminder.standard.week,
  'reminder-day': reminder.standard.day,
  'reminder-hour': reminder.standard.hour,
  changed: changed.standard,
  'session-cancelled': sessionCancelled.standard,
  'registration-changed': registrationChanged.standard,
  'registration-cancelled': registrationCancelled.standard,
  thanks: thanks.standard,
  'question-deadline': questionDeadline.standard,
  clarification: clarification.standard,
  outcome: outcome.standard,
}

/** The words that hold: a draft, else what an organiser made of them for this session, else the standard ones. */
export function wordsFor(kind: PreviewKind, adapted: (Words & { kind: string })[], { draft }: RenderContext): Words {
  const standard = kind === 'letter' ? { subject: '', text: '' } : standardWords[kind]
  const own = draft ?? adapted.find((words) => words.kind === kind)
  return { subject: own?.subject || standard.subject, text: own?.text || standard.text }
}
