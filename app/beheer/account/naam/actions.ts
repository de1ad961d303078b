'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { renameOrganiser } from '@/lib/organisers/commands'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { renameSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { RenameState } from './_components/rename-form'

/** Changes the name of whoever is logged in. */
export async function renameAction(_previous: RenameState, form: FormData): Promise<RenameState> {
  const organiser = await requireOrganiser(routes.accountName())
  const values = readFields(form, 'name')
  const parsed = renameSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  await renameOrganiser(parsed.data.name, { now: clock.now(), organiserId: organiser.id })
  redirect(routes.account('name'))
}
