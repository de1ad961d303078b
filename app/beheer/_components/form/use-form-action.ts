import { type ErrorMessages, fieldErrors } from '@/components/form/field-errors'
import { fieldId } from '@/components/form/field-id'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import type { Flash, FormAction, FormState, Json } from './form-state'

/**
 * Options of `useFormAction`. A form passes tables of its error messages and refusals, or functions (`describe…`) when
 * a text depends on more than the reason.
 */
type Options<Values, Reason extends string, Refusal> = {
  /** Values of the fields before the first submission. */
  values: Values
  errorMessages?: ErrorMessages<NoInfer<Reason>>
  describeErrors?: (errors: Record<string, Reason>) => Record<string, string>
  refusals?: Record<Extract<NoInfer<Refusal>, string>, Flash>
  describeRefusal?: (reason: Refusal) => Flash | null
}

/** Manages the state of an admin form. Returns `send` to submit it, and the values, messages and preview to show. */
export function useFormAction<
  Values,
  Reason extends string,
  Refusal extends Json,
  Result extends Json,
  Preview extends Json,
>(
  action: FormAction<FormState<Values, Reason, Refusal, Result, Preview>>,
  {
    values: initialValues,
    errorMessages = {},
    describeErrors = (reasons) => fieldErrors(errorMessages, reasons),
    refusals,
    describeRefusal = (reason) => refusals?.[reason as Extract<Refusal, string>] ?? null,
  }: Options<Values, Reason, Refusal>,
) {
  const { state, send } = useResilientAction(action, { status: 'idle' })
  const values = (state.status !== 'idle' && state.values) || initialValues
  const errors = state.status === 'invalid' ? describeErrors(state.errors) : {}
  return {
    state,
    send,
    values,
    errors,
    refusal: state.status === 'refused' ? describeRefusal(state.reason) : null,
    preview: ('preview' in state && state.preview) || null,
    /**
     * The form state if the last submission returned a preview, else `null`. A preview takes focus when this value
     * changes.
     */
    previewSubmission: state.status === 'previewed' ? state : null,
    result: state.status === 'done' && !send.failure ? state.result : null,
    /** Returns the input props of the form field with this name. */
    field: <Name extends keyof Values & string>(name: Name) => {
      const value = values[name]
      return { id: fieldId(name), name, defaultValue: typeof value === 'string' ? value : '', error: errors[name] }
    },
  }
}
