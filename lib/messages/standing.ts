import type { Transaction } from '@/lib/platform/db'
import { mayLogIn } from '@/lib/platform/organiser-access'
import { readAddressRequest } from './address-request'
import { possibleMails } from './planned'
import { sameMoments } from './rules'
import { isAddressKind, messageDetailsSchema } from './schema'

type About = {
  kind: string
  sessionId: string | null
  registrationId: string | null
  organiserId: string | null
  letterId: string | null
  details: unknown
}

/** How things stand now with whom and what a mail is about: all that `dropReason` asks. Throws on details it cannot read. */
export async function readStanding(tx: Transaction, about: About) {
  const { kind, sessionId, registrationId, organiserId, letterId, details } = about
  if (!sessionId) return await readAccountStanding(tx, about)
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
          linkVersion: true,
          cancelledAt: true,
          waitingSince: true,
          offerExpiresAt: true,
          erasedAt: true,
          email: true,
        },
      })
    : null
  const address = isAddressKind(kind) ? await readAddressRequest(tx, kind, readDetails(details)) : null
  const confirming = kind === 'address-confirm' && address?.works ? address.owner : null
  return {
    session: { ...session, latestRelease: releases[0]?.number ?? null },
    registration,
    letter: letterId ? await tx.letter.findUnique({ where: { id: letterId }, select: { createdAt: true } }) : null,
    // To the old address goes no link at all.
    owner: isAddressKind(kind) ? confirming : registration,
    to: address?.to ?? registration?.email ?? null,
    linkSuperseded: kind === 'address-confirm' && confirming === null,
    accessEnded: organiserId !== null && (await tx.organiser.count({ where: { id: organiserId, ...mayLogIn } })) === 0,
    window: possibleMails(session).find((mail) => mail.kind === kind) ?? null,
    change: kind === 'changed' && registrationId ? await readChange() : null,
  }

  async function readChange() {
    const { sequence = Number.POSITIVE_INFINITY, before, linkChanged, agendaChanged } = readDetails(details)
    const isBack =
      before && sameMoments({ startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) }, session)
    return { sequence, latest: await latestChange(), isUndone: Boolean(isBack && !linkChanged && !agendaChanged) }
  }

  /** The number of the last change that this participant is told of, by a mail that was not dropped. */
  async function latestChange(): Promise<number> {
    const where = { sessionId, registrationId, kind: 'changed', droppedAt: null }
    const mails = await tx.message.findMany({ where, select: { details: true } })
    return Math.max(-1, ...mails.map((mail) => readDetails(mail.details).sequence ?? -1))
  }
}

/** The same for a mail about the account of its reader: whose link it brings, and whether that link is still the one. */
async function readAccountStanding(tx: Transaction, { organiserId, details }: About) {
  const owner = organiserId
    ? await tx.organiser.findUnique({ where: { id: organiserId }, select: { id: true, linkVersion: true } })
    : null
  const { linkVersion } = readDetails(details)
  const linkSuperseded = linkVersion !== undefined && linkVersion !== owner?.linkVersion
  return {
    session: null,
    registration: null,
    letter: null,
    owner,
    to: null,
    linkSuperseded,
    accessEnded: false,
    window: null,
    change: null,
  }
}

const readDetails = (details: unknown) => messageDetailsSchema.parse(details ?? {})
