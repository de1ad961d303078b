'use server'

import { redirect } from 'next/navigation'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { routes } from '@/lib/platform/routes'
import { findPeopleByEmail } from '@/lib/privacy/queries'
import { findPersonSchema } from '@/lib/privacy/schema'
import type { FindPersonState } from './_components/find-person-form'

/**
 * Finds people by e-mail address. A POST, to keep the address out of URLs. If only one person matches and has the
 * address now, redirects to the page about that person.
 */
export const findPersonAction = adminFormAction(
  { role: 'admin', returnTo: () => routes.personSearch(), read: fields('email'), schema: findPersonSchema },
  async ({ input, values }): Promise<FindPersonState> => {
    const result = await findPeopleByEmail(normalizeEmail(input.email))
    const [match, ...others] = result.people
    const isOnlyMatch = others.length === 0 && result.organiserId === null
    if (match?.foundBy === 'now' && isOnlyMatch) redirect(routes.personalRecord(match.registrationId))
    return { status: 'done', result, values }
  },
)
