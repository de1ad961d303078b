'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import type { PasswordState } from '@/app/beheer/_components/organiser/password-form'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { changePassword } from '@/lib/organisers/password'
import { changePasswordSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Another password for whoever is logged in and knows the one of now. */
export async function changePasswordAction(_previous: PasswordState, form: FormData): Promise<PasswordState> {
  const organiser = await requireOrganiser(routes.accountPassword())
  const values = { name: '' }
  const parsed = changePasswordSchema.safeParse(readFields(form, 'current', 'password'))
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const actor = { now: clock.now(), organiserId: organiser.id }
  const changed = await changePassword({ ...parsed.data, loginId: organiser.loginId }, actor)
  if (!changed.ok) return { status: 'refused', reason: changed.reason, values }
  redirect(routes.account('password'))
}
