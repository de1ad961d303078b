import { z } from 'zod'
import { kindFromSlug, mailKinds, sessionKinds } from '@/lib/notifications/kinds/registry'
import { messageFilterStates } from '@/lib/outbox/message-filter'
import { cleanLine } from '@/lib/platform/text'

const querySchema = z.object({ stand: z.unknown(), soort: z.unknown(), zoek: z.unknown() }).partial()

/** Reads a message filter from the query: `stand` (state), `soort` (kind), `zoek` (search). Ignores unknown values. */
export function parseMessageFilter(query: unknown) {
  const { stand, soort, zoek } = querySchema.safeParse(query).data ?? {}
  const show = messageFilterStates.find((state) => state === stand)
  const kind = kindFromSlug(sessionKinds, soort)
  const search = typeof zoek === 'string' ? cleanLine(zoek).slice(0, 254) : ''
  return { ...(show && { show }), ...(kind && { kind }), ...(search && { search }) }
}

/** Returns a message filter as the argument of `routes.messages`, with the slug of the mail kind. */
export const messageListQuery = ({ kind, ...filter }: ReturnType<typeof parseMessageFilter>) => ({
  ...filter,
  ...(kind && { kind: mailKinds[kind].slug }),
})
