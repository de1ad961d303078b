import { setTimeout as sleep } from 'node:timers/promises'
import { errorFacts } from '@/lib/platform/error-facts'
import { SendError } from '@/lib/platform/mail'
import type { Mail } from '@/lib/platform/mail-compose'
import { type ClaimedMessage, claimMessages, renewClaim } from './claim'
import { type DeliveryTools, prepareMail } from './deliver-prepare'
import { markFailed, markRetry, markSent, pauseQueue } from './outcome'
import { classifyFailure, leaseMs } from './rules'

/**
 * Claims at most `limit` due messages and gives the job to be done for each. What goes wrong with a mail is written down; a
 * job fails only when the database stays away, and then its message is overtaken.
 */
export async function takeDueMail(limit: number, tools: DeliveryTools): Promise<(() => Promise<void>)[]> {
  const claimed = await claimMessages(limit, tools.now())
  return claimed.map((message) => () => deliverMessage(message, tools))
}

/** One attempt for one claimed message: does it still make sense, render and freeze, send, write down how it ended. */
export async function deliverMessage(message: ClaimedMessage, tools: DeliveryTools): Promise<void> {
  const { logger, now } = tools
  const facts = { message: message.id, kind: message.kind, attempt: message.attempts + 1 }
  let mail: Mail | null
  try {
    mail = await prepareMail(message, tools)
  } catch (error) {
    const what = errorFacts(error)
    logger.error({ ...facts, ...what }, 'mail could not be made')
    const lastError = `not rendered: ${what.error}`
    await insist(() => markRetry(message, { now: now(), lastError, neverLeft: true }), tools)
    return
  }
  if (!mail) return

  const outcome = await sendHeld(message, mail, tools)
  if (outcome === 'overtaken') return logger.warn(facts, 'mail was overtaken by another worker')
  if ('acceptedWith' in outcome) {
    const acceptedWith = outcome.acceptedWith?.slice(0, 500) ?? null
    await insist(() => markSent(message, acceptedWith, now()), tools)
    return logger.info(facts, 'mail sent')
  }
  await writeDownFailure(message, outcome, tools)
}

/** Sends while holding on to the claim. No transaction is open meanwhile: a server may take ten minutes. */
async function sendHeld(message: ClaimedMessage, mail: Mail, { transport, now }: DeliveryTools) {
  const lost = new AbortController()
  // A database that is away for a moment does not stop a mail that is on its way: only being overtaken does.
  const hold = () =>
    renewClaim(message, now()).then(
      (isHeld) => isHeld || lost.abort(),
      () => undefined,
    )
  const holding = setInterval(() => void hold(), leaseMs / 3)
  try {
    return { acceptedWith: await transport.send(mail, lost.signal) }
  } catch (error) {
    if (lost.signal.aborted) return 'overtaken'
    return error instanceof SendError ? error : new SendError('composing', error as Error)
  } finally {
    clearInterval(holding)
  }
}

async function writeDownFailure(message: ClaimedMessage, failure: SendError, tools: DeliveryTools): Promise<void> {
  const verdict = classifyFailure(failure)
  const { kind, reason } = verdict
  const now = tools.now()
  tools.logger.warn(
    { message: message.id, kind: message.kind, attempt: message.attempts + 1, verdict: kind, reason },
    'mail not sent',
  )
  // What the server said is for the organiser; it may name the recipient, so it goes to the database and not to the log.
  const lastError = `${failure.code}: ${failure.response ?? failure.message}`.slice(0, 500)
  if (verdict.kind === 'pause') return await insist(() => pauseQueue(message, { ...verdict, now, lastError }), tools)
  if (kind === 'recipient-refused') {
    await insist(() => markFailed(message, { now, lastError }), tools)
    return
  }
  const neverLeft = failure.stage === 'composing'
  const maybeDuplicate = kind === 'unknown-after-data'
  await insist(() => markRetry(message, { now, lastError, maybeDuplicate, neverLeft }), tools)
}

/** How it ended must reach the database, or the mail goes out twice: tries for as long as another worker would wait. */
async function insist<T>(write: () => Promise<T>, { logger }: DeliveryTools): Promise<T> {
  for (let left = leaseMs / 1000; ; left--) {
    try {
      return await write()
    } catch (error) {
      if (left <= 0) throw error
      if (left === leaseMs / 1000)
        logger.warn({ error: (error as Error).name }, 'database away: the outcome of a mail waits')
      await sleep(1000)
    }
  }
}
