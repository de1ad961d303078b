/** What a form's action tells the form; `values` holds everything that was typed. */
export type ActionState<Values, FieldReason extends string, Refusal extends string> =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, FieldReason>; values: Values }
  | { status: 'refused'; reason: Refusal; values: Values }
