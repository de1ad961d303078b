import { type QuestionFilter, questionFilterSchema } from '@/lib/triage/schema'

const noFilter: QuestionFilter = { state: null, theme: null, owner: null, inTime: null }

/** Which questions the address asks for. */
export function parseQuestionFilter({
  stand,
  thema,
  wie,
  tijd,
}: Record<string, string | string[] | undefined>): QuestionFilter {
  return toQuestionFilter({ state: stand, theme: thema, owner: wie, inTime: tijd })
}

/** Parses the filter that is bound to an action; the browser may send anything. */
export const toQuestionFilter = (input: unknown): QuestionFilter =>
  questionFilterSchema.safeParse(input).data ?? noFilter
