'use server'

import { notFound, redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { adminAction, adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { changeRole, endAccess, resetTwoFactor, restoreAccess } from '@/lib/organisers/access'
import { invite, resendInvitation, withdrawInvitation } from '@/lib/organisers/invitations'
import { inviteSchema, roleSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'
import type { OrganiserActionState, OrganiserIntent } from './[organisator]/_components/organiser-actions'

/** Invites a colleague by mail. */
export const inviteAction = adminFormAction(
  { role: 'admin', returnTo: routes.inviteOrganiser, read: fields('name', 'email', 'role'), schema: inviteSchema },
  async ({ input, values, actor }): Promise<OrganiserFormState<'exists' | 'not-allowed'>> => {
    const invited = await invite(input, actor)
    if (!invited.ok) return { status: 'refused', reason: invited.reason, values }
    redirect(routes.organisers('invited'))
  },
)

/** Changes the role or the access of an organiser, as the pressed button says. */
export const changeOrganiserAction = adminAction(
  { role: 'admin', params: [idOr404], returnTo: (id) => routes.organiser(id) },
  async ({ params: [id], intent, form, actor }): Promise<OrganiserActionState> => {
    const role = roleSchema.catch('staff').parse(readFields(form, 'role').role)
    const intents = {
      role: { run: () => changeRole({ id, role }, actor), redirectTo: routes.organiser(id, 'role') },
      end: { run: () => endAccess(id, actor), redirectTo: routes.organiser(id, 'ended') },
      restore: { run: () => restoreAccess(id, actor), redirectTo: routes.organiser(id, 'restored') },
      'resend-invitation': {
        run: () => resendInvitation(id, actor),
        redirectTo: routes.organiser(id, 'invited'),
      },
      withdraw: { run: () => withdrawInvitation(id, actor), redirectTo: routes.organisers('withdrawn') },
      'reset-two-factor': { run: () => resetTwoFactor(id, actor), redirectTo: routes.organiser(id, 'two-step-reset') },
    } satisfies Record<OrganiserIntent, unknown>
    if (!Object.hasOwn(intents, intent)) notFound()
    const { run, redirectTo } = intents[intent as OrganiserIntent]
    const result = await run()
    if (!result.ok) return { status: 'refused', reason: result.reason, values: null }
    redirect(redirectTo)
  },
)
