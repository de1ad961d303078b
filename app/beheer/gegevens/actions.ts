'use server'

import { redirect } from 'next/navigation'
import { firstReasons, readFields } from '@/app/read-form'
import type { FindPersonState } from '@/components/organiser/find-person-form'
import { requireAdmin } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { findByAddressKey } from '@/lib/privacy/find-person'
import { findPersonSchema, type PersonFieldReason } from '@/lib/privacy/schema'
import { emailKey } from '@/lib/registrations/rules'

/**
 * Goes to what is kept of who has this address, or says who else is known by it. By POST, so that no address ever stands in one
 * of ours.
 */
export async function findPersonAction(_previous: FindPersonState, form: FormData): Promise<FindPersonState> {
  await requireAdmin(routes.personalData())
  const { email } = readFields(form, 'email')
  const parsed = findPersonSchema.safeParse({ email })
  if (!parsed.success) {
    return { status: 'invalid', reason: firstReasons<PersonFieldReason>(parsed.error).email ?? 'missing', email }
  }
  const { people, organiserId } = await findByAddressKey(emailKey(parsed.data.email))
  const [one, ...others] = people
  if (one?.foundBy === 'now' && others.length === 0) redirect(routes.personOf(one.registrationId))
  return { status: 'looked', email, people, organiserId }
}
