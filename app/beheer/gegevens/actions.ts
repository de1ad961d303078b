'use server'

import { redirect } from 'next/navigation'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { routes } from '@/lib/platform/routes'
import { findPeopleByEmail } from '@/lib/privacy/queries'
import { findPersonSchema } from '@/lib/privacy/schema'
import type { FindPersonState } from './_components/find-person-form'

/** Finds people by e-mail address, which a POST keeps out of URLs. Redirects to the only match, if it has the address now. */
export const findPersonAction = adminFormAction(
  { role: 'admin', returnTo: () => routes.personSearch(), read: fields('email'), schema: findPersonSchema },
  async ({ input, values }): Promise<FindPersonState> => {
    const result = await findPeopleByEmail(normalizeEmail(input.email))
    const [match, ...others] = [...result.people, ...(result.organiserId ? [null] : [])]
    if (match?.foundBy === 'now' && others.length === 0) redirect(routes.personalRecord(match.registrationId))
    return { status: 'done', result, values }
  },
)
