'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { normalizeEmail } from '@/lib/platform/email-address'
import { routes } from '@/lib/platform/routes'
import { findPeopleByEmail } from '@/lib/privacy/queries'
import { findPersonSchema, type PersonSearchReason } from '@/lib/privacy/schema'
import type { FindPersonState } from './_components/find-person-form'

/**
 * Goes to what is kept of who has this address, or says who else is known by it. By POST, so that no address ever stands in one
 * of ours.
 */
export async function findPersonAction(_previous: FindPersonState, form: FormData): Promise<FindPersonState> {
  await requireAdmin(routes.personSearch())
  const { email } = readFields(form, 'email')
  const parsed = findPersonSchema.safeParse({ email })
  if (!parsed.success) {
    return { status: 'invalid', reason: firstIssueByField<PersonSearchReason>(parsed.error).email ?? 'missing', email }
  }
  const { people, organiserId } = await findPeopleByEmail(normalizeEmail(parsed.data.email))
  const [match, ...otherMatches] = people
  if (match?.foundBy === 'now' && otherMatches.length === 0) redirect(routes.personalRecord(match.registrationId))
  return { status: 'found', email, people, organiserId }
}
