import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'

/** The news in bold, and what explains it. */
export type Flash = { title: string; text?: ReactNode }

type Props = {
  /** Of the page, without the name of the site; null when another form on it sees to that. */
  pageTitle: string | null
  /** How to mend each field that was refused, by its name and in the order of the form. */
  errors: Record<string, string>
  /** Why a form that was filled in well was not taken. */
  refusal?: Flash | null
  /** What has been done, when the same page says so. */
  success?: Flash | null
  /** The state of the form's action: what is told takes focus each time it changes. */
  submission: unknown
}

/** What stands above a form of the desk: the title of the page, and what came of sending the form. */
export function FormFeedback({ pageTitle, errors, refusal, success, submission }: Props) {
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
