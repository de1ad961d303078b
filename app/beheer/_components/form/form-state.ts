export type { Flash } from '@/components/form/form-feedback'

/** State that the action of an admin form returns. `values`: the submitted fields. `preview`: what confirming would do. */
export type FormState<Values, Reason extends string = never, Refusal = never, Result = never, Preview = never> =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, Reason>; values: Values; preview?: Preview | null }
  | { status: 'refused'; reason: Refusal; values: Values; preview?: Preview | null }
  | { status: 'previewed'; values: Values; preview: Preview }
  | { status: 'done'; result: Result; values?: Values }

/** A server action of a form whose leading arguments, such as the session id, are already bound. */
export type FormAction<State> = (previous: unknown, form: FormData) => Promise<State>

/** A function that returns the input props of the form field with this name, as `useFormAction` provides it. */
export type GetField<Names extends string> = <Name extends Names>(
  name: Name,
) => { id: string; name: Name; defaultValue: string; error?: string }
