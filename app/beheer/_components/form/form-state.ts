/**
 * A value that JSON keeps. Next sends the state of a form that was submitted before the page could run scripts as JSON, in
 * which a Date becomes text.
 */
export type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json }

export type { Flash, PlainFlash } from '@/components/form/form-feedback'

/** State that the action of an admin form returns. `values`: the submitted fields. `preview`: what confirming would do. */
export type FormState<
  Values,
  Reason extends string = never,
  Refusal extends Json = never,
  Result extends Json = never,
  Preview extends Json = never,
> =
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
