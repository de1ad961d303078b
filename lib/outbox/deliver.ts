import { setTimeout as sleep } from 'node:timers/promises'
import { safeErrorFields } from '@/lib/platform/logger'
import type { Mail } from '@/lib/platform/mail/compose'
import { SendError } from '@/lib/platform/mail/transport'
import { type ClaimedMessage, claimMessages, renewLease } from './claim'
import { getLastAcceptedAt, markFailed, markRetry, markSent, pauseOutbox } from './delivery-result'
import { type DeliveryTools, prepareMail } from './render-and-store'
import { classifyFailure, type FailureVerdict, isRefutedByAcceptance, leaseMs } from './retry-policy'

/**
 * Claims at most `limit` due messages and returns for each a function that delivers it. The function stores the result,
 * also a failure to send. It rejects only if the database stays unreachable; another worker then takes over the message.
 */
export async function claimDeliveryJobs(limit: number, tools: DeliveryTools): Promise<(() => Promise<void>)[]> {
  const { urgentKinds } = tools.mail
  const { perMinute } = tools.transport
  const claimed = await claimMessages(limit, tools.now(), { urgentKinds, perMinute })
  return claimed.map((message) => () => deliverMessage(message, tools))
}

/** Makes one attempt to deliver a message: checks whether it may be sent, renders and sends it, stores the result. */
export async function deliverMessage(message: ClaimedMessage, tools: DeliveryTools): Promise<void> {
  const { logger } = tools
  const logFields = { message: message.id, kind: message.kind, attempt: message.attempts + 1 }
  let mail: Mail | null
  try {
    mail = await prepareMail(message, tools)
  } catch (error) {
    const errorFields = safeErrorFields(error)
    logger.error({ ...logFields, ...errorFields }, 'mail not rendered')
    const failure = { now: tools.now(), lastError: `not rendered: ${errorFields.error}`, serverNotReached: true }
    return await retryUntilLeaseExpires(() => markRetry(message, failure), tools)
  }
  if (!mail) return

  const result = await sendWithLease(message, mail, tools)
  if (result === 'lease-lost') return logger.warn(logFields, 'mail taken over by another worker')
  const now = tools.now()
  if (!(result instanceof SendError)) {
    const smtpResponse = result.smtpResponse?.slice(0, 500) ?? null
    await retryUntilLeaseExpires(() => markSent(message, smtpResponse, now), tools)
    return logger.info(logFields, 'mail sent')
  }
  const verdict = classifyFailure(result)
  logger.warn({ ...logFields, verdict: verdict.kind, reason: verdict.reason }, 'mail not sent')
  await retryUntilLeaseExpires(() => storeFailure(message, result, verdict, now), tools)
}

/**
 * Sends a mail while renewing the lease. Returns the response of the SMTP server, the error, or 'lease-lost' if another
 * worker took over. No transaction is open meanwhile, because the server may take ten minutes to answer.
 */
async function sendWithLease(message: ClaimedMessage, mail: Mail, { transport, now }: DeliveryTools) {
  const leaseLost = new AbortController()
  // Only a lost lease aborts sending; an unreachable database does not.
  const renew = async () => {
    if (!(await renewLease(message, now()).catch(() => true))) leaseLost.abort()
  }
  const renewal = setInterval(() => void renew(), leaseMs / 3)
  try {
    return { smtpResponse: await transport.send(mail, leaseLost.signal) }
  } catch (error) {
    if (leaseLost.signal.aborted) return 'lease-lost'
    return error instanceof SendError ? error : new SendError('composing', error as Error)
  } finally {
    clearInterval(renewal)
  }
}

async function storeFailure(message: ClaimedMessage, error: SendError, verdict: FailureVerdict, now: Date) {
  // The response is stored and not logged: it may name the recipient.
  const failure = { now, lastError: `${error.code}: ${error.response ?? error.message}`.slice(0, 500) }
  if (verdict.kind === 'recipient-refused') return await markFailed(message, failure)
  if (verdict.kind === 'pause' && !isRefutedByAcceptance(verdict, await getLastAcceptedAt(), now))
    return await pauseOutbox(message, { ...verdict, ...failure })
  const maybeDuplicate = verdict.kind === 'unknown-after-data'
  return await markRetry(message, { ...failure, maybeDuplicate, serverNotReached: error.stage === 'composing' })
}

/** Retries `write`, which stores a result, until the lease expires. Without it another worker sends the mail again. */
async function retryUntilLeaseExpires(write: () => Promise<boolean>, { logger }: DeliveryTools): Promise<void> {
  for (let attemptsLeft = leaseMs / 1000; ; attemptsLeft--) {
    try {
      await write()
      return
    } catch (error) {
      if (attemptsLeft <= 0) throw error
      if (attemptsLeft === leaseMs / 1000)
        logger.warn({ error: (error as Error).name }, 'database unreachable: result of a mail not stored yet')
      await sleep(1000)
    }
  }
}
