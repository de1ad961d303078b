import * as alreadyRegistered from '@/emails/already-registered'
import * as clarification from '@/emails/clarification'
import * as confirmation from '@/emails/confirmation'
import * as followUp from '@/emails/follow-up'
import * as linkRecovery from '@/emails/link-recovery'
import * as offerExpired from '@/emails/offer-expired'
import * as questionDeadline from '@/emails/question-deadline'
import * as questionResult from '@/emails/question-result'
import * as registrationCancelled from '@/emails/registration-cancelled'
import * as registrationChanged from '@/emails/registration-changed'
import * as release from '@/emails/release'
import * as reminder from '@/emails/reminder'
import * as seatOffered from '@/emails/seat-offered'
import * as sessionCancelled from '@/emails/session-cancelled'
import * as sessionChanged from '@/emails/session-changed'
import * as transferred from '@/emails/transferred'
import * as waitlisted from '@/emails/waitlisted'
import type { RenderContext } from './rendering/rendered-mail'
import type { AdaptableKind, MailTemplate, PreviewKind } from './schema'

/** The words of each mail when no organiser changed them. */
export const defaultTemplates: Record<AdaptableKind, MailTemplate> = {
  confirmation: confirmation.defaultTemplate,
  'waiting-list': waitlisted.defaultTemplate,
  'place-offered': seatOffered.defaultTemplate,
  'offer-expired': offerExpired.defaultTemplate,
  'already-registered': alreadyRegistered.defaultTemplate,
  release: release.defaultTemplate,
  'reminder-week': reminder.defaultTemplates.week,
  'reminder-day': reminder.defaultTemplates.day,
  'reminder-hour': reminder.defaultTemplates.hour,
  changed: sessionChanged.defaultTemplate,
  'session-cancelled': sessionCancelled.defaultTemplate,
  'registration-changed': registrationChanged.defaultTemplate,
  'registration-cancelled': registrationCancelled.defaultTemplate,
  'lost-link': linkRecovery.defaultTemplate,
  'handed-over': transferred.defaultTemplate,
  thanks: followUp.defaultTemplate,
  'question-deadline': questionDeadline.defaultTemplate,
  clarification: clarification.defaultTemplate,
  outcome: questionResult.defaultTemplate,
}

/** The words that hold: a draft, else what an organiser made of them for this session, else the standard ones. */
export function resolveTemplate(
  kind: PreviewKind,
  overrides: (MailTemplate & { kind: string })[],
  { draft }: RenderContext,
): MailTemplate {
  const standard = kind === 'letter' ? { subject: '', text: '' } : defaultTemplates[kind]
  const override = draft ?? overrides.find((template) => template.kind === kind)
  return { subject: override?.subject || standard.subject, text: override?.text || standard.text }
}
