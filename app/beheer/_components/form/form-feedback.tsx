import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import type { Flash } from './form-state'

type Props = {
  /** Of the page, without the name of the site; `null` when another form of the page sets the title. */
  pageTitle: string | null
  /** A message for each refused field, by its name and in the order of the form. */
  errors?: Record<string, string>
  refusal?: Flash | null
  success?: Flash | null
  /** State of the form's action. The message takes focus each time it changes. */
  submission: unknown
}

/** The title of the page, and the outcome of the last submission. */
export function FormFeedback({ pageTitle, errors = {}, refusal, success, submission }: Props) {
  const fieldErrors = Object.entries(errors).map(([field, message]) => ({ id: fieldId(field), message }))
  return (
    <>
      {pageTitle === null ? null : (
        <title>{`${fieldErrors.length > 0 || refusal ? 'Fout: ' : ''}${pageTitle} - Aanschuif beheer`}</title>
      )}
      <ErrorSummary errors={fieldErrors} submission={submission} />
      {refusal ? (
        <FormError title={refusal.title} submission={submission}>
          {refusal.text}
        </FormError>
      ) : null}
      {success ? (
        <FormStatus title={success.title} submission={submission}>
          {success.text}
        </FormStatus>
      ) : null}
    </>
  )
}
