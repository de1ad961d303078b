'use server'

import { redirect } from 'next/navigation'
import { firstReasons, readFields } from '@/app/read-form'
import type { InviteState } from '@/components/organiser/invite-form'
import { requireAdmin } from '@/lib/organisers/current'
import { invite } from '@/lib/organisers/invitations'
import { inviteSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Invites somebody by mail, or says what to mend. */
export async function inviteAction(_previous: InviteState, form: FormData): Promise<InviteState> {
  const organiser = await requireAdmin(routes.invite())
  const values = readFields(form, 'name', 'email', 'role')
  const parsed = inviteSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const invited = await invite(parsed.data, { now: clock.now(), organiserId: organiser.id })
  if (!invited.ok) return { status: 'refused', reason: invited.reason, values }
  redirect(routes.organisers('invited'))
}
