import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary'
import { fieldId } from './field-id'
import { FormError } from './form-error'
import { FormStatus } from './form-status'

/** A message after a submission: the title in bold, then the explanation. */
export type Flash = { title: string; text?: ReactNode }

type Props = {
  /** Document title; "Fout: " precedes it after a failed submission. Null if another form on the page sets it. */
  documentTitle: string | null
  /** Error messages by field name, in page order. */
  errors: Record<string, string>
  refusal?: Flash | null
  success?: Flash | null
  /** Changes with each submission, such as the state of the action: the message then takes focus. */
  submission: unknown
  /** Changes each time the browser rejects fields: the error summary then takes focus. */
  browserAttempt?: number
}

/** Document title and result of a submission, above a form. */
export function FormFeedback({ documentTitle, errors, refusal, success, submission, browserAttempt }: Props) {
  const fieldErrors = Object.entries(errors).map(([field, message]) => ({ id: fieldId(field), message }))
  const hasFailed = fieldErrors.length > 0 || Boolean(refusal)
  return (
    <>
      {documentTitle === null ? null : <title>{`${hasFailed ? 'Fout: ' : ''}${documentTitle}`}</title>}
      <ErrorSummary key={browserAttempt} errors={fieldErrors} submission={submission} />
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
