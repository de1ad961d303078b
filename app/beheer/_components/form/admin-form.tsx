import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/submission/action-form'
import type { FormSender } from '@/components/form/submission/use-form-sender'
import { SubmitButton } from '@/components/form/submit-button'
import styles from '../submit-row.module.css'
import { FormFeedback } from './form-feedback'
import type { Flash } from './form-state'

type Props = {
  /** What `useFormAction` returned for this form. */
  form: { state: unknown; send: FormSender; errors: Record<string, string>; refusal: Flash | null }
  title: string | null
  success?: Flash | null
  /** Any value that changes with each submission of the form, upon which the message about the result takes focus. */
  submission?: unknown
  /** Content above the fields and below the message about the last submission. */
  intro?: ReactNode
  className?: string
  /** Label of the submit button. Omitted when `children` contain the buttons. */
  submitLabel?: string
  children: ReactNode
}

/** Shows a form of the admin area, below the errors, refusal or success of its last submission. */
export function AdminForm({ form, title, success, submission = form.state, intro, submitLabel, ...rest }: Props) {
  const { send, errors, refusal } = form
  return (
    <>
      <FormFeedback pageTitle={title} errors={errors} refusal={refusal} success={success} submission={submission} />
      {intro}
      <ActionForm send={send} noValidate className={rest.className}>
        {rest.children}
        {submitLabel ? (
          <div className={styles.row}>
            <SubmitButton>{submitLabel}</SubmitButton>
          </div>
        ) : null}
      </ActionForm>
    </>
  )
}
