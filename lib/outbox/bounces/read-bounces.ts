import { db } from '@/lib/db/client'
import { type Logger, safeErrorFields } from '@/lib/platform/logger'
import {
  createMailboxOpener,
  MailboxError,
  type MailboxSettings,
  type OpenMailbox,
} from '@/lib/platform/mail/imap-mailbox'
import { parseDeliveryReport } from './delivery-report'
import { findBouncedMessage, markBounced } from './mark-bounced'

/** Age above which a mail in the bounce mailbox is not read. Servers report a failure within days. */
const lookBackMs = 14 * 24 * 60 * 60 * 1000
/** Most mails that the bounce reader looks at in one call. The next call goes on with the others. */
const batchSize = 200
/** Most bytes to read of a bounce. Its delivery report and the headers of the returned mail come first; the rest is ignored. */
const maxReportBytes = 256 * 1024

type Tools = { logger: Logger; now: () => Date }
type Reader = (signal?: AbortSignal) => Promise<void>

/**
 * Returns a function that reads the mails that arrived since its last call, and marks messages that came back as failed. If
 * the mailbox cannot be read, the function stores and logs why, and resolves. It rejects only if the database fails.
 */
export function createBounceReader(settings: MailboxSettings, { logger, now }: Tools): Reader {
  const open = createMailboxOpener(settings)
  const address = addressOf(settings)
  let lastLogged = ''
  return async (signal) => {
    try {
      await readNewMails(await open(signal), address, { logger, now }, signal)
      if (lastLogged) logger.info({}, 'bounce mailbox is read again')
      lastLogged = ''
    } catch (error) {
      if (!(error instanceof MailboxError)) throw error
      if (signal?.aborted) return
      const { reason, code } = error
      if (reason !== lastLogged) logger.warn({ reason, code }, 'bounce mailbox cannot be read')
      lastLogged = reason
      await storeFailure(address, reason, now())
    }
  }
}

/** Deletes what is stored about a bounce mailbox, when the settings name none. Ends the warning that it cannot be read. */
export const forgetBounceMailbox: Reader = async () => {
  await db().bounceMailbox.deleteMany()
}

/** Returns what identifies a mailbox: user, server and folder. The UIDs of its mails mean nothing in another mailbox. */
const addressOf = ({ url, user }: MailboxSettings) => `${user} ${new URL(url).host}${new URL(url).pathname}`

async function readNewMails(mailbox: OpenMailbox, address: string, { logger, now }: Tools, signal?: AbortSignal) {
  try {
    const { uidValidity } = mailbox
    const known = await db().bounceMailbox.findUnique({ where: { id: 1 } })
    const isSame = known?.address === address && known.uidValidity === uidValidity
    const after = isSame ? known.lastUid : 0n
    const uids = await mailbox.listUids(after, new Date(now().getTime() - lookBackMs))
    const batch = uids.slice(0, batchSize)
    for (const uid of await mailbox.filterReports(batch)) {
      if (signal?.aborted) return
      const source = await mailbox.download(uid, maxReportBytes)
      // The mark comes after the result is stored: a reading that is broken off starts again with the same mails.
      if (source && (await processReport(source, { logger, now }))) await mailbox.markRead(uid)
    }
    const lastUid = BigInt(batch.at(-1) ?? after)
    const data = { address, uidValidity, lastUid, failure: null, failingSince: null }
    await db().bounceMailbox.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data })
  } finally {
    await mailbox.close()
  }
}

/** Handles a mail of the bounce mailbox. Returns `true` if it is a delivery report about a message of the outbox. */
async function processReport(source: Buffer, { logger, now }: Tools): Promise<boolean> {
  const report = await parseDeliveryReport(source).catch((error: unknown) => {
    logger.warn(safeErrorFields(error), 'bounce cannot be parsed')
    return null
  })
  const message = report && (await findBouncedMessage(report))
  if (!message) return false
  if (report.failure && (await markBounced(message, report.failure, now()))) logger.info({ message }, 'mail bounced')
  return true
}

async function storeFailure(address: string, failure: string, now: Date): Promise<void> {
  const create = { id: 1, address, failure, failingSince: now }
  await db().bounceMailbox.upsert({ where: { id: 1 }, create, update: { failure } })
  await db().bounceMailbox.updateMany({ where: { failingSince: null }, data: { failingSince: now } })
}
