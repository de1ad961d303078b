import { type QuestionFilter, questionFilterSchema } from '@/lib/questions/schema'

const nothing: QuestionFilter = { state: null, theme: null, owner: null, inTime: null }

/** Which questions the address asks for. */
export function readFilter({ stand, thema, wie, tijd }: Record<string, string | string[] | undefined>): QuestionFilter {
  return toFilter({ state: stand, theme: thema, owner: wie, inTime: tijd })
}

/** The same from whatever somebody hands to an action. */
export const toFilter = (sent: unknown): QuestionFilter => questionFilterSchema.safeParse(sent).data ?? nothing
