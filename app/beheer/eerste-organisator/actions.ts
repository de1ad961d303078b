'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { passOn } from '@/app/beheer/login-cookies'
import { firstReasons, readFields } from '@/app/read-form'
import type { FirstOrganiserState } from '@/components/organiser/first-organiser-form'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { isFirstOrganiserKey } from '@/lib/organisers/first-link'
import { logIn } from '@/lib/organisers/login'
import { firstOrganiserSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { clientIp } from '@/lib/platform/front-door/client-ip'
import { routes } from '@/lib/platform/routes'

/** Makes the first organiser for whoever holds the key of the link, and logs them in. */
export async function createFirstOrganiserAction(
  _previous: FirstOrganiserState,
  form: FormData,
): Promise<FirstOrganiserState> {
  const { sleutel, name, email, password } = readFields(form, 'sleutel', 'name', 'email', 'password')
  const values = { name, email }
  if (!isFirstOrganiserKey(sleutel)) return { status: 'refused', reason: 'wrong-key', values }
  const parsed = firstOrganiserSchema.safeParse({ name, email, password })
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const made = await createFirstOrganiser(parsed.data, { now: clock.now() })
  if (!made.ok) return { status: 'refused', reason: made.reason, values }
  const login = await logIn({ ...parsed.data, ip: clientIp(await headers()) })
  if (login.ok) await passOn(login.value)
  redirect(routes.desk())
}
