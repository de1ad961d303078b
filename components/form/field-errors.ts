import type { ZodError } from 'zod'

/** Maps each field of a form, in page order, to a Dutch error message for each reason. */
export type ErrorMessages<Reason extends string> = Record<string, Partial<Record<Reason, string>>>

/** Returns the error messages by field name, in the order of `messages`. `fallback` is for a reason without message. */
export function fieldErrors<Reason extends string>(
  messages: ErrorMessages<Reason>,
  reasons: Partial<Record<string, Reason>>,
  fallback = 'Kijk dit na',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([field, texts]) => {
      const reason = reasons[field]
      return reason ? [[field, texts[reason] ?? fallback]] : []
    }),
  )
}

export const tooLongMessage = (max: number) => `Maak deze tekst korter, tot ${max.toLocaleString('nl-NL')} tekens`

/** Returns the first reason for each rejected field, by field name. */
export function firstIssueByField<Reason extends string>({ issues }: ZodError): Record<string, Reason> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message as Reason]).reverse())
}
