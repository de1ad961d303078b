import { simpleParser } from 'mailparser'
import { db, type PrismaClient } from '@/lib/platform/db'
import { moveSession } from '@/lib/sessions/move'
import { moments2022 } from '@/tests/support/sign-up'
import { type SmtpServer, startSmtp } from '@/tests/support/smtp'
import { deliverAllDue, october, queueConfirmations, transportTo } from './outbox'

/** The kennissessie of 2022, which is on the 8th, on another day of November. */
export const on = (day: number) => ({
  ...moments2022,
  startsAt: new Date(Date.UTC(2022, 10, day, 14)),
  endsAt: new Date(Date.UTC(2022, 10, day, 15, 30)),
})

/** Two people (voorbeeld-0 and -1) who have their confirmation, and a mail server that has nothing left of it. Close it. */
export async function startWithTwo(client: PrismaClient) {
  const smtp = await startSmtp()
  const transport = transportTo(smtp.url)
  const { session, registrationIds } = await queueConfirmations(client, 2)
  await deliverAllDue(transport, october)
  smtp.received.length = 0
  const started = {
    smtp,
    transport,
    sessionId: session.id,
    one: registrationIds[0] ?? '',
    async close() {
      started.transport.close()
      await started.smtp.close()
      await client.message.deleteMany()
      await client.mailPause.deleteMany()
    },
  }
  return started
}

type How = { now: Date; people: number | null }

/** Moves a session from wherever it is now to another day of November; `people` is null when nobody is to hear of it. */
export async function moveTo(day: number, { sessionId, now, people }: How & { sessionId: string }) {
  const { startsAt, endsAt } = await db().session.findUniqueOrThrow({ where: { id: sessionId } })
  const move = { sessionId, seen: { ...moments2022, startsAt, endsAt }, times: on(day), expected: people }
  return await moveSession(move, { now, organiserId: 'organisator' })
}

/** The mails about a move that arrived: to whom, from which day of November to which, and the number in the calendar file. */
export async function heardOf({ received }: SmtpServer) {
  const mails = await Promise.all(
    received.map(async ({ raw, to }) => {
      const { text = '', attachments } = await simpleParser(raw)
      const [was, is] = [...text.matchAll(/(\d+) november 2022/g)].map(([, day]) => Number(day))
      const sequence = Number(attachments[0]?.content.toString().match(/SEQUENCE:(\d+)/)?.[1])
      return { to, was, is, sequence }
    }),
  )
  return mails.sort((a, b) => a.to.localeCompare(b.to) || a.sequence - b.sequence)
}
