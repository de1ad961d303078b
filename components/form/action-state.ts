/** The state of a form with a server action. `values` is the submitted text, so that a rejected form still shows it. */
export type ActionState<Values, FieldReason extends string, Refusal extends string> =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, FieldReason>; values: Values }
  | { status: 'refused'; reason: Refusal; values: Values }
