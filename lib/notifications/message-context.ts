import type { Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { isSameStartAndEnd } from '@/lib/outbox/retry-policy'
import type { MessageKind } from '@/lib/outbox/schema'
import { readEmailChangeRequest } from './email-change-request'
import { possibleScheduledMails } from './schedule'
import { isEmailChangeKind, messageDetailsSchema } from './schema'

type MessageRef = {
  kind: MessageKind
  sessionId: string | null
  registrationId: string | null
  organiserId: string | null
  customMessageId: string | null
  details: unknown
}

/** How things stand now with whom and what a mail is about: all that `cancelReason` asks. Throws on details it cannot read. */
export async function readMessageContext(tx: Transaction, about: MessageRef) {
  const { kind, sessionId, registrationId, organiserId, customMessageId, details } = about
  if (!sessionId) return await readAccountContext(tx, about)
  const { releases, ...session } = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      cancelledAt: true,
      startsAt: true,
      endsAt: true,
      questionDeadlineAt: true,
      calendarSequence: true,
      releases: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  const registration = registrationId
    ? await tx.registration.findUnique({
        where: { id: registrationId },
        select: {
          id: true,
          tokenVersion: true,
          cancelledAt: true,
          waitlistedAt: true,
          offerExpiresAt: true,
          erasedAt: true,
          email: true,
        },
      })
    : null
  const emailChange = isEmailChangeKind(kind) ? await readEmailChangeRequest(tx, kind, parseDetails(details)) : null
  const confirmOwner = kind === 'emailChangeConfirm' && emailChange?.isUsable ? emailChange.owner : null
  return {
    session: { ...session, latestRelease: releases[0]?.number ?? null },
    registration,
    customMessage: customMessageId
      ? await tx.customMessage.findUnique({ where: { id: customMessageId }, select: { createdAt: true } })
      : null,
    // To the old address goes no link at all.
    owner: isEmailChangeKind(kind) ? confirmOwner : registration,
    to: emailChange?.to ?? registration?.email ?? null,
    linkSuperseded: kind === 'emailChangeConfirm' && confirmOwner === null,
    accessEnded: organiserId !== null && (await tx.organiser.count({ where: { id: organiserId, ...canLogIn } })) === 0,
    window: possibleScheduledMails(session).find((mail) => mail.kind === kind) ?? null,
    change: kind === 'sessionChanged' && registrationId ? await readChange() : null,
  }

  async function readChange() {
    const { sequence = Number.POSITIVE_INFINITY, before, linkChanged, agendaChanged } = parseDetails(details)
    const isReverted =
      before && isSameStartAndEnd({ startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) }, session)
    return {
      sequence,
      latest: await readLatestChange(),
      isUndone: Boolean(isReverted && !linkChanged && !agendaChanged),
    }
  }

  /** The number of the last change that this participant is told of, by a mail that was not dropped. */
  async function readLatestChange(): Promise<number> {
    const where = { sessionId, registrationId, kind: 'sessionChanged' as const, cancelledAt: null }
    const mails = await tx.message.findMany({ where, select: { details: true } })
    return Math.max(-1, ...mails.map((mail) => parseDetails(mail.details).sequence ?? -1))
  }
}

/** The same for a mail about the account of its reader: whose link it brings, and whether that link is still the one. */
async function readAccountContext(tx: Transaction, { organiserId, details }: MessageRef) {
  const owner = organiserId
    ? await tx.organiser.findUnique({ where: { id: organiserId }, select: { id: true, tokenVersion: true } })
    : null
  const { tokenVersion } = parseDetails(details)
  const linkSuperseded = tokenVersion !== undefined && tokenVersion !== owner?.tokenVersion
  return {
    session: null,
    registration: null,
    customMessage: null,
    owner,
    to: null,
    linkSuperseded,
    accessEnded: false,
    window: null,
    change: null,
  }
}

const parseDetails = (details: unknown) => messageDetailsSchema.parse(details ?? {})
