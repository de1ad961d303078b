'use server'

import { redirect } from 'next/navigation'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { renameOrganiser } from '@/lib/organisers/commands'
import { renameSchema } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'
import type { RenameState } from './_components/rename-form'

/** Changes the name of the organiser who is logged in. */
export const renameAction = adminFormAction(
  { returnTo: routes.accountName, read: fields('name'), schema: renameSchema },
  async ({ input, actor }): Promise<RenameState> => {
    await renameOrganiser(input.name, actor)
    redirect(routes.account('name'))
  },
)
