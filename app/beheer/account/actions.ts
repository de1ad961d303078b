'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { adminAction, adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { redirectWithCookies } from '@/app/beheer/_lib/redirect-with-cookies'
import { renameOrganiser } from '@/lib/organisers/commands'
import { logOut } from '@/lib/organisers/login'
import { logOutEverywhere } from '@/lib/organisers/logins'
import { changePassword } from '@/lib/organisers/password'
import { changePasswordSchema, renameSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

/** Changes the name of the organiser. */
export const renameAction = adminFormAction(
  { returnTo: routes.accountName, read: fields('name'), schema: renameSchema },
  async ({ input, actor }): Promise<OrganiserFormState> => {
    await renameOrganiser(input.name, actor)
    redirect(routes.account('name'))
  },
)

/** Changes the password of an organiser who knows the current one. */
export const changePasswordAction = adminAction(
  { returnTo: routes.accountPassword },
  async ({ form, organiser, actor }): Promise<OrganiserFormState<'wait'>> => {
    // The form never gets a password back.
    const values = {}
    const parsed = changePasswordSchema.safeParse(readFields(form, 'current', 'password'))
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const changed = await changePassword({ ...parsed.data, loginId: organiser.loginId }, actor)
    if (changed.ok) redirect(routes.account('password'))
    if (changed.reason === 'wrong-password') return { status: 'invalid', errors: { current: 'wrong' }, values }
    return { status: 'refused', reason: changed.reason, values }
  },
)

/** Ends every login of the organiser, also this one. */
export const logOutEverywhereAction = adminAction(
  { returnTo: () => routes.account() },
  async ({ actor }): Promise<OrganiserFormState> => {
    await logOutEverywhere(actor)
    return await redirectWithCookies(routes.loginAfterLogoutEverywhere(), await logOut(await headers()))
  },
)
