import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary'
import { fieldId } from './field-id'
import { FormError } from './form-error'
import { FormStatus } from './form-status'

/** A message about the result of a submission: `title` in bold, followed by `text`. */
export type Flash = { title: string; text?: ReactNode }
/** A `Flash` that a server action returns. Its text is plain. */
export type PlainFlash = { title: string; text: string }

type Props = {
  /** Document title, preceded by "Fout: " after a failed submission. `null` if another form on the page sets it. */
  documentTitle: string | null
  /** Error messages by field name, in page order. */
  errors: Record<string, string>
  refusal?: Flash | null
  success?: Flash | null
  /** A value that changes with each submission, such as the action state. The message then takes focus. */
  submission: unknown
  /** A number that changes each time the browser rejects fields. The error summary then takes focus. */
  browserAttempt?: number
}

/** Sets the document title and shows the result of a submission. Place it above the form. */
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
