'use server'

import { redirect } from 'next/navigation'
import { firstReasons, readFields } from '@/app/read-form'
import type { RenameState } from '@/components/organiser/rename-form'
import { rename } from '@/lib/organisers/commands'
import { requireOrganiser } from '@/lib/organisers/current'
import { renameSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Changes the name of whoever is logged in. */
export async function renameAction(_previous: RenameState, form: FormData): Promise<RenameState> {
  const organiser = await requireOrganiser(routes.accountName())
  const values = readFields(form, 'name')
  const parsed = renameSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  await rename(parsed.data.name, { now: clock.now(), organiserId: organiser.id })
  redirect(routes.account('name'))
}
