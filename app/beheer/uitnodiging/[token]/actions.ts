'use server'

import { headers } from 'next/headers'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { redirectWithCookies } from '@/app/beheer/_lib/redirect-with-cookies'
import { clientIp } from '@/lib/http/client-ip'
import { acceptInvitation } from '@/lib/organisers/invitations'
import { logIn } from '@/lib/organisers/login'
import { acceptInvitationSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Accepts the invitation of this token: sets name and password, and logs in. */
export async function acceptInvitationAction(
  token: string,
  _previous: unknown,
  form: FormData,
): Promise<OrganiserFormState<'dead-link'>> {
  const { name, password } = readFields(form, 'name', 'password')
  const values = { name }
  const parsed = acceptInvitationSchema.safeParse({ name, password })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const accepted = await acceptInvitation({ token: tokenOrDash(token), ...parsed.data }, { now: clock.now() })
  if (!accepted.ok) return { status: 'refused', reason: accepted.reason, values }
  const login = await logIn({ email: accepted.value.email, password, ip: clientIp(await headers()) })
  return await redirectWithCookies(routes.admin(), login.ok ? login.value : [])
}
