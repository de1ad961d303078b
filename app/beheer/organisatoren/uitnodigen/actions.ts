'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { invite } from '@/lib/organisers/invitations'
import { inviteSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { InviteState } from './_components/invite-form'

/** Invites somebody by mail, or says what to mend. */
export async function inviteAction(_previous: InviteState, form: FormData): Promise<InviteState> {
  const organiser = await requireAdmin(routes.inviteOrganiser())
  const values = readFields(form, 'name', 'email', 'role')
  const parsed = inviteSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const invited = await invite(parsed.data, { now: clock.now(), organiserId: organiser.id })
  if (!invited.ok) return { status: 'refused', reason: invited.reason, values }
  redirect(routes.organisers('invited'))
}
