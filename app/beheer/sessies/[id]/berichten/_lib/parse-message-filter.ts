import { z } from 'zod'
import { kindFromSlug, mailKinds, sessionKinds } from '@/lib/notifications/kinds/registry'
import { messageFilterStates } from '@/lib/outbox/message-filter'
import { cleanLine } from '@/lib/platform/text'

const querySchema = z.object({ stand: z.unknown(), soort: z.unknown(), zoek: z.unknown() }).partial()

/** Returns the filter of a list of mails from a URL query or a bound argument of an action. Ignores unknown values. */
export function parseMessageFilter(query: unknown) {
  const { stand, soort, zoek } = querySchema.safeParse(query).data ?? {}
  const show = messageFilterStates.find((state) => state === stand)
  const kind = kindFromSlug(sessionKinds, soort)
  const search = typeof zoek === 'string' ? cleanLine(zoek).slice(0, 254) : ''
  return { ...(show && { show }), ...(kind && { kind }), ...(search && { search }) }
}

/** Returns the filter for `routes.messages`, with the mail kind as its slug. */
export const messageListQuery = ({ kind, ...filter }: ReturnType<typeof parseMessageFilter>) => ({
  ...filter,
  ...(kind && { kind: mailKinds[kind].slug }),
})
