'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { changePassword } from '@/lib/organisers/password'
import { changePasswordSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

// The form never gets a password back.
const values = {}

/** Changes the password of the organiser who is logged in and knows the current one. */
export const changePasswordAction = adminAction(
  { returnTo: routes.accountPassword },
  async ({ form, organiser, actor }): Promise<OrganiserFormState<'wait'>> => {
    const parsed = changePasswordSchema.safeParse(readFields(form, 'current', 'password'))
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const changed = await changePassword({ ...parsed.data, loginId: organiser.loginId }, actor)
    if (changed.ok) redirect(routes.account('password'))
    if (changed.reason === 'wrong-password') return { status: 'invalid', errors: { current: 'wrong' }, values }
    return { status: 'refused', reason: changed.reason, values }
  },
)
