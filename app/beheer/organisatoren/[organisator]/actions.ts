'use server'

import { notFound, redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { changeRole, endAccess, resetTwoFactor, restoreAccess } from '@/lib/organisers/access'
import { resendInvitation, withdrawInvitation } from '@/lib/organisers/invitations'
import { roleSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'
import type { OrganiserActionState, OrganiserIntent } from './_components/organiser-actions'

/** Changes the role or the access of an organiser, by the pressed button. */
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
