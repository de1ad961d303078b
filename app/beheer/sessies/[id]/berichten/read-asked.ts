import { listedStates } from '@/lib/messages/listed'
import { sessionKindSchema } from '@/lib/messages/schema'
import { cleanLine } from '@/lib/platform/text'

/** What of the address says which mails the list shows. Anybody may have typed it. */
export type AskedMessages = { stand?: unknown; soort?: unknown; zoek?: unknown }

/** The same, checked; what is no state, kind or text is left out. Whoever calls an action by hand may give nothing at all. */
export function readAsked(asked: AskedMessages | null | undefined) {
  const { stand, soort, zoek } = asked ?? {}
  const show = listedStates.find((state) => state === stand)
  const { data: kind } = sessionKindSchema.safeParse(soort)
  const search = typeof zoek === 'string' ? cleanLine(zoek).slice(0, 254) : ''
  return { ...(show && { show }), ...(kind && { kind }), ...(search && { search }) }
}
