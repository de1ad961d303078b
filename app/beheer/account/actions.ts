'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { adminAction, adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { redirectWithCookies } from '@/app/beheer/_lib/redirect-with-cookies'
import { firstIssueByField } from '@/components/form/field-errors'
import { renameOrganiser } from '@/lib/organisers/commands'
import { logOut } from '@/lib/organisers/login'
import { logOutEverywhere } from '@/lib/organisers/logins'
import { changePassword } from '@/lib/organisers/password'
import { changePasswordSchema, renameSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

export const renameAction = adminFormAction(
  { returnTo: routes.accountName, read: fields('name'), schema: renameSchema },
  async ({ input, actor }): Promise<OrganiserFormState> => {
    await renameOrganiser(input.name, actor)
    redirect(routes.account('name'))
  },
)

/** Changes the organiser's own password. Refuses with `wait` after five wrong current passwords in 15 minutes. */
export const changePasswordAction = adminAction(
  { returnTo: routes.accountPassword },
  async ({ form, organiser, actor }): Promise<OrganiserFormState<'wait'>> => {
    // Typed passwords are never sent back to the browser.
    const values = {}
    const parsed = changePasswordSchema.safeParse(readFields(form, 'current', 'password'))
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const changed = await changePassword({ ...parsed.data, loginId: organiser.loginId }, actor)
    if (changed.ok) redirect(routes.account('password'))
    if (changed.reason === 'wrong-password') return { status: 'invalid', errors: { current: 'wrong' }, values }
    return { status: 'refused', reason: changed.reason, values }
  },
)

/** Logs the organiser out in all browsers, including the current one. */
export const logOutEverywhereAction = adminAction(
  { returnTo: () => routes.account() },
  async ({ actor }): Promise<OrganiserFormState> => {
    await logOutEverywhere(actor)
    return await redirectWithCookies(routes.loginAfterLogoutEverywhere(), await logOut(await headers()))
  },
)
