import type { Sample } from '@/emails/parts/sample-data'
import { MessageKind } from '@/prisma/generated/enums'
import { accountMails } from './account'
import type { MailKind } from './mail-kind'
import { registrationMails } from './registration'
import { sessionMails } from './session'
import { testMail } from './test'

export const mailKinds: Record<MessageKind, MailKind> = {
  ...registrationMails,
  ...sessionMails,
  ...accountMails,
  test: testMail((kind) => mailKinds[kind]),
}

const kindsWith = (field: keyof MailKind): readonly MessageKind[] =>
  Object.values(MessageKind).filter((kind) => mailKinds[kind][field])

/** Mail kinds whose subject and text organisers can override per session. */
export const adaptableKinds = kindsWith('defaultTemplate')
/** Mail kinds that belong to a session, and so appear in its list of messages. */
export const sessionKinds = kindsWith('label')
/** Mail kinds that the scheduler enqueues, such as reminders. */
export const scheduledKinds = kindsWith('schedule')
/** Mail kinds that the outbox sends before all others, most urgent first. */
export const urgentKinds = (['awaited', 'timely'] as const).flatMap((urgency) =>
  Object.values(MessageKind).filter((kind) => mailKinds[kind].urgency === urgency),
)
export const nonResendableKinds = kindsWith('notResendable')
export const kindsStatingSessionTimes = kindsWith('statesSessionTimes')
export const kindsQuotingParticipant = kindsWith('quotesParticipant')

/** Returns the Dutch name of a mail kind for the admin area, or `kind` itself if it has none. */
export const mailKindLabel = (kind: MessageKind) => mailKinds[kind].label ?? kind

/** Returns the mail kind with this slug, or `null` when none of `kinds` has it. */
export const kindFromSlug = (kinds: readonly MessageKind[], slug: unknown): MessageKind | null =>
  kinds.find((kind) => mailKinds[kind].slug === slug) ?? null

/** Returns an example mail for every mail kind and variant, by a name such as "confirmation-later". */
export const mailSamples = (): Record<string, Sample> =>
  Object.fromEntries(
    Object.entries(mailKinds).flatMap(([kind, { samples }]) =>
      Object.entries(samples).map(([variant, sample]) => [
        `${kind}${variant && `-${variant}`}`.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`),
        sample,
      ]),
    ),
  )
