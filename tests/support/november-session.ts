import { simpleParser } from 'mailparser'
import { db, type PrismaClient } from '@/lib/db/client'
import { rescheduleSession } from '@/lib/sessions/schedule'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'
import { deliverAllDue, enqueueConfirmations, october, transportTo } from './outbox'

/** The kennissessie of 2022, which is on the 8th, on another day of November. */
const timesOnDay = (day: number) => ({
  ...sessionTimes2022,
  startsAt: new Date(Date.UTC(2022, 10, day, 14)),
  endsAt: new Date(Date.UTC(2022, 10, day, 15, 30)),
})

/** Two people (voorbeeld-0 and -1) who have their confirmation, and a mail server that has nothing left of it. Close it. */
export async function startWithTwoParticipants(client: PrismaClient) {
  const smtp = await startSmtpServer()
  const transport = transportTo(smtp.url)
  const { session, registrationIds } = await enqueueConfirmations(client, 2)
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

type RescheduleOptions = { now: Date; people: number | null }

/** Moves a session from wherever it is now to another day of November; `people` is null when nobody is to hear of it. */
export async function rescheduleTo(day: number, { sessionId, now, people }: RescheduleOptions & { sessionId: string }) {
  const { startsAt, endsAt } = await db().session.findUniqueOrThrow({ where: { id: sessionId } })
  const request = {
    sessionId,
    seen: { ...sessionTimes2022, startsAt, endsAt },
    times: timesOnDay(day),
    expected: people,
  }
  return await rescheduleSession(request, { now, organiserId: 'organisator' })
}

/** The mails about a move that arrived: to whom, from which day of November to which, and the number in the calendar file. */
export async function readChangeNotices({ received }: SmtpServer) {
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
