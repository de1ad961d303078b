import type { FieldValues, Resolver } from 'react-hook-form'

/**
 * Returns a resolver that accepts the values when the check itself throws, for instance in an old browser. The server then
 * checks the form: a check in the page must never keep somebody from sending it.
 */
export function tolerantResolver<Input extends FieldValues, Output>(
  check: Resolver<Input, unknown, Output>,
): Resolver<Input, unknown, Output> {
  return async (values, context, options) => {
    try {
      return await check(values, context, options)
    } catch {
      // Only whether there are errors counts: the form sends its fields, not these values.
      return { values: values as unknown as Output, errors: {} }
    }
  }
}
