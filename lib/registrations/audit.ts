import { audit } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'

type RegistrationAudit = {
  registrationId: string
  now: Date
  /** Organiser who acts; left out when the participant does. */
  organiserId?: string
  bySystem?: boolean
  /** The changed fields, never their values. */
  fields?: string[]
}

/** Records an action on a registration in the audit log. */
export function auditRegistration(
  tx: Transaction,
  action: AuditAction,
  { registrationId, now, organiserId, bySystem = false, fields }: RegistrationAudit,
): Promise<void> {
  const otherActor = bySystem ? 'system' : 'participant'
  return audit(tx, {
    at: now,
    actor: organiserId ? { organiserId } : otherActor,
    action,
    subjectType: 'registration',
    subjectId: registrationId,
    ...(fields && { details: { fields } }),
  })
}
