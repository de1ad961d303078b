import { audit } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { BlockedStep } from '@/lib/outbox/message-details'
import { createRateLimit } from '@/lib/platform/rate-limit'
import { isoLocal } from '@/lib/platform/time'
import { linkExpiry } from './rules'

/** Hours after which an unsent mail about blocked log-ins expires. */
const mailLifetimeHours = 24

/**
 * Writes an audit entry that an organiser has no attempt left after wrong passwords or two-factor codes (`step`), and mails
 * the organiser. Writes at most one entry a minute and one mail a day per `step`. Does nothing if that organiser may not
 * log in.
 */
export async function reportBlockedLogins(
  organiser: { id: string } | { email: string },
  { step, now }: { step: BlockedStep; now: Date },
): Promise<void> {
  const once = createRateLimit({ name: 'blocked-logins', points: 1, seconds: 60 })
  if (!(await once.consume(`${step} ${Object.values(organiser)[0]}`))) return
  await db().$transaction(async (tx) => {
    const found = await tx.organiser.findFirst({ where: { ...organiser, ...canLogIn }, select: { id: true } })
    if (!found) return
    const entry = { action: 'loginsBlocked', subjectType: 'organiser', subjectId: found.id } as const
    await audit(tx, { at: now, actor: 'system', ...entry })
    await enqueueMessage(tx, {
      kind: 'loginsBlocked',
      dedupeKey: `logins-blocked:${found.id}:${step}:${isoLocal(now).slice(0, 10)}`,
      registrationId: null,
      organiserId: found.id,
      details: { blockedStep: step },
      dueAt: now,
      expiresAt: linkExpiry(now, mailLifetimeHours),
      now,
    })
  })
}
