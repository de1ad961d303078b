import { kindFromSlug, mailKinds, sessionKinds } from '@/lib/notifications/kinds/registry'
import { messageFilterStates } from '@/lib/outbox/message-filter'
import { cleanLine } from '@/lib/platform/text'

/** What of the address says which mails the list shows. Anybody may have typed it. */
export type MessageFilterParams = { stand?: unknown; soort?: unknown; zoek?: unknown }

/** The same, checked; what is no state, kind or text is left out. Whoever calls an action by hand may give nothing at all. */
export function parseMessageFilter(params: MessageFilterParams | null | undefined) {
  const { stand, soort, zoek } = params ?? {}
  const show = messageFilterStates.find((state) => state === stand)
  const kind = kindFromSlug(sessionKinds, soort)
  const search = typeof zoek === 'string' ? cleanLine(zoek).slice(0, 254) : ''
  return { ...(show && { show }), ...(kind && { kind }), ...(search && { search }) }
}

/** The filter as `routes.messages` takes it: the mail kind by its slug. */
export const messageListQuery = ({ kind, ...filter }: ReturnType<typeof parseMessageFilter>) => ({
  ...filter,
  ...(kind && { kind: mailKinds[kind].slug }),
})
