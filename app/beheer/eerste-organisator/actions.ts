'use server'

import { headers } from 'next/headers'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { redirectWithCookies } from '@/app/beheer/_lib/redirect-with-cookies'
import { clientIp } from '@/lib/http/client-ip'
import { isFirstOrganiserKey } from '@/lib/organisers/account-links'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { logIn } from '@/lib/organisers/login'
import { firstOrganiserSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Creates the first organiser with the key of the printed link, and logs in. */
export async function createFirstOrganiserAction(
  _previous: unknown,
  form: FormData,
): Promise<OrganiserFormState<'refused'>> {
  const { sleutel, name, email, password } = readFields(form, 'sleutel', 'name', 'email', 'password')
  const values = { name, email }
  if (!isFirstOrganiserKey(sleutel)) return { status: 'refused', reason: 'refused', values }
  const parsed = firstOrganiserSchema.safeParse({ name, email, password })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const created = await createFirstOrganiser(parsed.data, { now: clock.now() })
  if (!created.ok) return { status: 'refused', reason: 'refused', values }
  const login = await logIn({ ...parsed.data, ip: clientIp(await headers()) })
  return await redirectWithCookies(routes.admin(), login.ok ? login.value : [])
}
