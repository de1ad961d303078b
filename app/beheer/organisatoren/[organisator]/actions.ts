'use server'

import { notFound, redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { changeRole, endAccess, resetTwoFactor, restoreAccess } from '@/lib/organisers/access'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { resendInvitation, withdrawInvitation } from '@/lib/organisers/invitations'
import { roleSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { OrganiserActionState, OrganiserIntent } from './_components/organiser-actions'

/** What the buttons on somebody's page do. */
export async function changeOrganiserAction(
  id: string,
  _previous: OrganiserActionState,
  form: FormData,
): Promise<OrganiserActionState> {
  const organiser = await requireAdmin(routes.organiser(String(id)))
  const targetId = idOr404(String(id))
  const { intent, role } = readFields(form, 'intent', 'role')
  const actor = { now: clock.now(), organiserId: organiser.id }
  const handlers = {
    role: () => changeRole({ id: targetId, role: roleSchema.catch('staff').parse(role) }, actor),
    end: () => endAccess(targetId, actor),
    restore: () => restoreAccess(targetId, actor),
    'resend-invitation': () => resendInvitation(targetId, actor),
    withdraw: () => withdrawInvitation(targetId, actor),
    'reset-two-factor': () => resetTwoFactor(targetId, actor),
  } satisfies Record<OrganiserIntent, () => Promise<unknown>>
  if (!Object.hasOwn(handlers, intent)) notFound()
  const result = await handlers[intent as OrganiserIntent]()
  if (!result.ok) return { status: 'refused', reason: result.reason }
  redirect(redirectPaths[intent as OrganiserIntent](targetId))
}

const redirectPaths: Record<OrganiserIntent, (id: string) => string> = {
  role: (id) => routes.organiser(id, 'role'),
  end: (id) => routes.organiser(id, 'ended'),
  restore: (id) => routes.organiser(id, 'restored'),
  'resend-invitation': (id) => routes.organiser(id, 'invited'),
  withdraw: () => routes.organisers('withdrawn'),
  'reset-two-factor': (id) => routes.organiser(id, 'two-step-reset'),
}
