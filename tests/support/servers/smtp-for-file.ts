import { afterAll } from 'vitest'
import { deliverAllDue, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from './smtp-server'

async function startSmtp() {
  const smtp = await startSmtpServer()
  const transport = transportTo(smtp.url)
  const close = async () => {
    transport.close()
    await smtp.close()
  }
  return { smtp, transport, close }
}

/** Starts an SMTP server for the tests of one file, with a transport to it. Both are closed after these tests. */
export async function startSmtpForFile() {
  const { close, ...started } = await startSmtp()
  afterAll(close)
  return started
}

/** Delivers all mail that is due at `now`, to an SMTP server of its own. Returns what that server received. */
export async function deliverAndReceive(now: Date) {
  const { smtp, transport, close } = await startSmtp()
  await deliverAllDue(transport, now)
  await close()
  return smtp.received
}
