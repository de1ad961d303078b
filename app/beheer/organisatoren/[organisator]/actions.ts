'use server'

import { notFound, redirect } from 'next/navigation'
import { idOr404 } from '@/app/beheer/read-params'
import { readFields } from '@/app/read-form'
import type { PersonPress, PersonState } from '@/components/organiser/person-actions'
import { changeRole, endAccess, resetTwoStep, restoreAccess } from '@/lib/organisers/access'
import { requireAdmin } from '@/lib/organisers/current'
import { inviteAgain, withdrawInvitation } from '@/lib/organisers/invitations'
import { roleSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** What the buttons on somebody's page do. */
export async function changePersonAction(id: string, _previous: PersonState, form: FormData): Promise<PersonState> {
  const organiser = await requireAdmin(routes.organiser(String(id)))
  const personId = idOr404(String(id))
  const { press, role } = readFields(form, 'press', 'role')
  const by = { now: clock.now(), organiserId: organiser.id }
  const deeds = {
    role: () => changeRole({ id: personId, role: roleSchema.catch('staff').parse(role) }, by),
    end: () => endAccess(personId, by),
    restore: () => restoreAccess(personId, by),
    'invite-again': () => inviteAgain(personId, by),
    withdraw: () => withdrawInvitation(personId, by),
    'reset-two-step': () => resetTwoStep(personId, by),
  } satisfies Record<PersonPress, () => Promise<unknown>>
  if (!Object.hasOwn(deeds, press)) notFound()
  const result = await deeds[press as PersonPress]()
  if (!result.ok) return { status: 'refused', reason: result.reason }
  redirect(after[press as PersonPress](personId))
}

const after: Record<PersonPress, (id: string) => string> = {
  role: (id) => routes.organiser(id, 'role'),
  end: (id) => routes.organiser(id, 'ended'),
  restore: (id) => routes.organiser(id, 'restored'),
  'invite-again': (id) => routes.organiser(id, 'invited'),
  withdraw: () => routes.organisers('withdrawn'),
  'reset-two-step': (id) => routes.organiser(id, 'two-step-reset'),
}
