/** State of a form's server action. `values` holds all submitted text, so that a rejected form keeps it. */
export type ActionState<Values, FieldReason extends string, Refusal extends string> =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, FieldReason>; values: Values }
  | { status: 'refused'; reason: Refusal; values: Values }
