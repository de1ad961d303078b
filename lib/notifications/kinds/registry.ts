import type { Sample } from '@/emails/parts/sample-data'
import { MessageKind } from '@/prisma/generated/enums'
import { accountMails } from './account'
import type { MailKind } from './mail-kind'
import { registrationMails } from './registration'
import { sessionMails } from './session'
import { testMail } from './test'

/** The declaration of every mail kind. */
export const mailKinds: Record<MessageKind, MailKind> = {
  ...registrationMails,
  ...sessionMails,
  ...accountMails,
  test: testMail((kind) => mailKinds[kind]),
}

const kindsWith = (field: keyof MailKind): readonly MessageKind[] =>
  Object.values(MessageKind).filter((kind) => mailKinds[kind][field])

/** Kinds whose template organisers can override per session. */
export const adaptableKinds = kindsWith('defaultTemplate')
/** Kinds that belong to a session, and so appear in its list of messages. */
export const sessionKinds = kindsWith('label')
/** Kinds that the scheduler enqueues. */
export const scheduledKinds = kindsWith('schedule')
export const nonResendableKinds = kindsWith('notResendable')
export const kindsStatingSessionTimes = kindsWith('statesSessionTimes')
export const kindsQuotingParticipant = kindsWith('quotesParticipant')

/** Returns the name of a mail kind on the screens of the admin area. */
export const mailKindLabel = (kind: MessageKind) => mailKinds[kind].label ?? kind

/** Finds the mail kind with this slug. Returns `null` when it is not one of `kinds`. */
export const kindFromSlug = (kinds: readonly MessageKind[], slug: unknown): MessageKind | null =>
  kinds.find((kind) => mailKinds[kind].slug === slug) ?? null

/** Returns every mail with sample data, by kind and variant ("confirmation-later"). */
export const mailSamples = (): Record<string, Sample> =>
  Object.fromEntries(
    Object.entries(mailKinds).flatMap(([kind, { samples }]) =>
      Object.entries(samples).map(([variant, sample]) => [
        `${kind}${variant && `-${variant}`}`.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`),
        sample,
      ]),
    ),
  )
