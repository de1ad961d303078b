/** Dutch messages of a form: for each field, in the order of the form, a sentence for each reason. */
export type ErrorMessages<Reason extends string> = Record<string, Partial<Record<Reason, string>>>

/** The message for each refused field, in the order of `messages`. */
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
