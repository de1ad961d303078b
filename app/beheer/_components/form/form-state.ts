export type { Flash } from '@/components/form/form-feedback'

/** Result of an admin form's action. `values` holds the submitted fields; `preview` the effects of confirming. */
export type FormState<Values, Reason extends string = never, Refusal = never, Result = never, Preview = never> =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, Reason>; values: Values; preview?: Preview | null }
  | { status: 'refused'; reason: Refusal; values: Values; preview?: Preview | null }
  | { status: 'previewed'; values: Values; preview: Preview }
  | { status: 'done'; result: Result; values?: Values }

/** A server action of a form, with its ids bound. */
export type FormAction<State> = (previous: unknown, form: FormData) => Promise<State>

/** Returns the props of the field with this name. */
export type GetField<Names extends string> = <Name extends Names>(
  name: Name,
) => { id: string; name: Name; defaultValue: string; error?: string }
