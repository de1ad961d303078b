'use server'

import { redirect } from 'next/navigation'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { invite } from '@/lib/organisers/invitations'
import { inviteSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

/** Invites a colleague by mail. */
export const inviteAction = adminFormAction(
  { role: 'admin', returnTo: routes.inviteOrganiser, read: fields('name', 'email', 'role'), schema: inviteSchema },
  async ({ input, values, actor }): Promise<OrganiserFormState<'exists' | 'not-allowed'>> => {
    const invited = await invite(input, actor)
    if (!invited.ok) return { status: 'refused', reason: invited.reason, values }
    redirect(routes.organisers('invited'))
  },
)
