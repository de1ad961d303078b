import { MessageKind } from '@/prisma/generated/enums'
import { accountChanged } from './account-changed'
import { alreadyRegistered } from './already-registered'
import { clarification } from './clarification'
import { confirmation } from './confirmation'
import { customMessage } from './custom-message'
import { emailChangeConfirm } from './email-change-confirm'
import { emailChanged } from './email-changed'
import { followUp } from './follow-up'
import { invitation } from './invitation'
import { linkRecovery } from './link-recovery'
import type { MailKind } from './mail-kind'
import { offerExpired } from './offer-expired'
import { passwordReset } from './password-reset'
import { questionDeadline } from './question-deadline'
import { questionResult } from './question-result'
import { registrationCancelled } from './registration-cancelled'
import { registrationChanged } from './registration-changed'
import { release } from './release'
import { reminderDay } from './reminder-day'
import { reminderHour } from './reminder-hour'
import { reminderWeek } from './reminder-week'
import { seatOffered } from './seat-offered'
import { sessionCancelled } from './session-cancelled'
import { sessionChanged } from './session-changed'
import { testMail } from './test'
import { transferred } from './transferred'
import { waitlisted } from './waitlisted'

/** The declaration of every mail kind. */
export const mailKinds: Record<MessageKind, MailKind> = {
  confirmation,
  waitlisted,
  seatOffered,
  offerExpired,
  alreadyRegistered,
  release,
  reminderWeek,
  reminderDay,
  reminderHour,
  sessionChanged,
  sessionCancelled,
  registrationChanged,
  registrationCancelled,
  linkRecovery,
  transferred,
  followUp,
  questionDeadline,
  clarification,
  questionResult,
  customMessage,
  test: testMail((kind) => mailKinds[kind]),
  emailChangeConfirm,
  emailChanged,
  invitation,
  passwordReset,
  accountChanged,
}

const kindsWith = (field: keyof MailKind): readonly MessageKind[] =>
  Object.values(MessageKind).filter((kind) => mailKinds[kind][field])

/** Kinds whose template organisers can override per session. */
export const adaptableKinds = kindsWith('defaultTemplate')
/** Kinds that belong to a session, and so stand in its list of messages. */
export const sessionKinds = kindsWith('label')
/** Kinds that the scheduler enqueues. */
export const scheduledKinds = kindsWith('schedule')
export const nonResendableKinds = kindsWith('notResendable')
export const kindsStatingSessionTimes = kindsWith('statesSessionTimes')
export const kindsQuotingParticipant = kindsWith('quotesParticipant')

/** Name of a mail kind on the screens of the admin area. */
export const mailKindLabel = (kind: MessageKind) => mailKinds[kind].label ?? kind

/** The mail kind with this slug, if it is one of `kinds`; else `null`. */
export const kindFromSlug = (kinds: readonly MessageKind[], slug: unknown): MessageKind | null =>
  kinds.find((kind) => mailKinds[kind].slug === slug) ?? null
