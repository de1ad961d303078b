'use server'

import { notFound, redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { adminAction, adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { changeRole, endAccess, restoreAccess } from '@/lib/organisers/access'
import { invite, resendInvitation, withdrawInvitation } from '@/lib/organisers/invitations'
import { inviteSchema, roleSchema } from '@/lib/organisers/schema'
import { resetTwoFactor } from '@/lib/organisers/two-factor/reset'
import { routes } from '@/lib/platform/routes'
import type { OrganiserActionState, OrganiserIntent } from './[organisator]/_components/organiser-actions'

/** Invites a colleague by mail. Refuses with `exists` when an organiser has the address already. */
export const inviteAction = adminFormAction(
  { role: 'admin', returnTo: routes.inviteOrganiser, read: fields('name', 'email', 'role'), schema: inviteSchema },
  async ({ input, values, actor }): Promise<OrganiserFormState<'exists' | 'not-allowed'>> => {
    const invited = await invite(input, actor)
    if (!invited.ok) return { status: 'refused', reason: invited.reason, values }
    redirect(routes.organisers('invited'))
  },
)

/** Changes the role, access, invitation or two-factor login of an organiser, depending on the pressed button. */
export const changeOrganiserAction = adminAction(
  { role: 'admin', params: [idOr404], returnTo: (id) => routes.organiser(id) },
  async ({ params: [id], intent, form, actor }): Promise<OrganiserActionState> => {
    const role = roleSchema.catch('staff').parse(readFields(form, 'role').role)
    const changes = {
      role: { change: () => changeRole({ id, role }, actor), flash: 'role' },
      end: { change: () => endAccess(id, actor), flash: 'ended' },
      restore: { change: () => restoreAccess(id, actor), flash: 'restored' },
      'resend-invitation': { change: () => resendInvitation(id, actor), flash: 'invited' },
      withdraw: { change: () => withdrawInvitation(id, actor), flash: null },
      'reset-two-factor': { change: () => resetTwoFactor(id, actor), flash: 'two-step-reset' },
    } as const satisfies Record<OrganiserIntent, unknown>
    if (!Object.hasOwn(changes, intent)) notFound()
    const { change, flash } = changes[intent as OrganiserIntent]
    const result = await change()
    if (!result.ok) return { status: 'refused', reason: result.reason, values: null }
    redirect(flash ? routes.organiser(id, flash) : routes.organisers('withdrawn'))
  },
)
