import type { Actor } from '@/lib/audit/commands'
import { ok, refuse } from '@/lib/platform/result'
import type { AccessResult } from '../access'
import { recordOrganiserChange } from '../account-notifications'
import { changeAsAdmin } from '../locks'
import { removeTwoFactor } from './setup'

/** Switches two-factor login off for an organiser who lost phone and recovery codes, and notifies that organiser by mail. */
export const resetTwoFactor = (id: string, actor: Actor): Promise<AccessResult> =>
  changeAsAdmin(actor, async (tx) => {
    if (!(await removeTwoFactor(tx, id))) return refuse('changed-meanwhile')
    await recordOrganiserChange(tx, 'twoFactorReset', actor, id)
    return ok(null)
  })
