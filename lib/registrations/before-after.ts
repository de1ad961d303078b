import { randomUUID } from 'node:crypto'
import { workplaceName } from '@/lib/municipalities/queries'
import { db, type Transaction } from '@/lib/platform/db'

/** What somebody filled in. Of the answers only those to questions that were asked again. */
export type Filled = {
  name: string
  email: string
  municipalityCode: string | null
  organisation: string | null
  role: string
  contactWish: string
  phone: string | null
  needs: string | null
  answers: Record<string, string>
}

type Change = { registrationId: string; at: Date; actor: string; before: Filled; after: Filled }

/** Keeps what each part of a sign-up was and what it became. In the transaction of the change itself. */
export async function keepBeforeAfter(tx: Transaction, { registrationId, at, actor, before, after }: Change) {
  const [was, became] = [textsOf(before), textsOf(after)]
  const changed = Object.keys(became).filter((field) => (was[field] ?? '') !== became[field])
  await tx.registrationChange.createMany({
    data: changed.map((field) => ({
      id: randomUUID(),
      registrationId,
      at,
      actor,
      field,
      before: was[field] ?? '',
      after: became[field] ?? '',
    })),
  })
}

/** Each part as text, by the name under which a change is kept. */
function textsOf({ answers, municipalityCode, organisation, phone, needs, ...rest }: Filled): Record<string, string> {
  const { name, email, role, contactWish } = rest
  const workplace = workplaceName({ municipalityCode, organisation })
  return { name, email, workplace, role, contactWish, phone: phone ?? '', needs: needs ?? '', ...answers }
}

export type BeforeAfter = Awaited<ReturnType<typeof listBeforeAfter>>[number]

/** What was changed of a sign-up (its id, a UUID), in the order of the form; `question` is the label when it is an answer. */
export async function listBeforeAfter(registrationId: string) {
  const changes = await db().registrationChange.findMany({
    where: { registrationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, at: true, actor: true, field: true, before: true, after: true },
  })
  const questions = await db().question.findMany({
    where: { session: { registrations: { some: { id: registrationId } } } },
    orderBy: { position: 'asc' },
    select: { id: true, label: true },
  })
  const labels = new Map(questions.map(({ id, label }) => [id, label]))
  const order = ['name', 'email', 'workplace', 'role', ...labels.keys(), 'contactWish', 'phone', 'needs']
  return changes
    .map((change) => ({ ...change, question: labels.get(change.field) ?? null }))
    .toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
}
