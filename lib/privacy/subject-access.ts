import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/db/client'
import { workplaceName } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { isSameName } from '@/lib/registrations/form-identity'

/** Everything that is stored about one registration. */
export type SubjectAccessRecord = Awaited<ReturnType<typeof readRecords>>[number]

/** Returns a participant's own record without organisers' notes, or `null` if `token` is forged or no longer valid. */
export async function getOwnRecord(token: string): Promise<SubjectAccessRecord | null> {
  const owner = verifyPersonalToken('manage', token)
  const [found] = owner ? await readRecords({ ...owner, erasedAt: null }) : []
  if (!found) return null
  const answers = found.answers.map(({ triage, ...rest }) => ({ ...rest, triage: triage && { ...triage, note: '' } }))
  return { ...found, answers, notes: [] }
}

/**
 * Returns the records of all registrations with the e-mail address and the name of registration `id`. The name tells
 * colleagues with one mailbox apart. Empty if `id` was erased.
 */
export async function listRecordsOfSamePerson(id: string): Promise<SubjectAccessRecord[]> {
  const where = { id, erasedAt: null }
  const registration = await db().registration.findFirst({ where, select: { normalizedEmail: true, name: true } })
  if (!registration) return []
  const { normalizedEmail, name } = registration
  const records = await readRecords({ normalizedEmail })
  return records.filter((record) => isSameName(record.name, name))
}

/** Writes an audit entry that the organiser exported a person's records, without naming the person. */
export async function auditPersonExport(actor: Actor): Promise<void> {
  const entry = { action: 'personExported', subjectType: 'person', subjectId: '' } as const
  await db().$transaction((tx) => auditAsOrganiser(tx, actor, entry))
}

async function readRecords(where: Prisma.RegistrationWhereInput) {
  const registrations = await db().registration.findMany({
    where,
    orderBy: [{ session: { startsAt: 'desc' } }, { createdAt: 'desc' }],
    include: recordRelations,
  })
  return await Promise.all(
    registrations.map(async (registration) => {
      const { id, answers, messages, changes, session } = registration
      const questionLabel = (field: string) =>
        session.questions.find((question) => question.id === field)?.label ?? null
      return {
        ...registration,
        workplace: workplaceName(registration),
        messages: messages.toSorted((one, other) => timeShown(one) - timeShown(other)),
        changes: changes.map((change) => ({ ...change, question: questionLabel(change.field) })),
        auditLog: await db().auditEntry.findMany({
          where: { subjectId: { in: [id, ...[...answers, ...messages].map((subject) => subject.id)] } },
          orderBy: { at: 'asc' },
          select: { at: true, action: true },
        }),
      }
    }),
  )
}

const timeShown = ({ sentAt, createdAt }: { sentAt: Date | null; createdAt: Date }) => (sentAt ?? createdAt).getTime()

const recordRelations = {
  session: { select: { title: true, startsAt: true, contactName: true, contactEmail: true, questions: true } },
  answers: {
    orderBy: { question: { position: 'asc' } },
    select: {
      id: true,
      text: true,
      textAtDeadline: true,
      question: { select: { label: true } },
      triage: { include: { theme: { select: { name: true } } } },
      requests: { orderBy: { number: 'asc' }, select: { channel: true, requestedAt: true } },
    },
  },
  notes: { orderBy: { createdAt: 'asc' }, select: { text: true } },
  changes: { orderBy: { at: 'asc' } },
  emailChangeRequests: { orderBy: { requestedAt: 'asc' } },
  messages: {
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      createdAt: true,
      sentAt: true,
      content: { select: { toAddress: true, subject: true, text: true } },
    },
  },
} as const satisfies Prisma.RegistrationInclude
