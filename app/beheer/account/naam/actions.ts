'use server'

import { redirect } from 'next/navigation'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { renameOrganiser } from '@/lib/organisers/commands'
import { renameSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

/** Changes the name of the organiser who is logged in. */
export const renameAction = adminFormAction(
  { returnTo: routes.accountName, read: fields('name'), schema: renameSchema },
  async ({ input, actor }): Promise<OrganiserFormState> => {
    await renameOrganiser(input.name, actor)
    redirect(routes.account('name'))
  },
)
