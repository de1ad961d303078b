import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/submission/action-form'
import type { FormSender } from '@/components/form/submission/use-form-sender'
import { SubmitButton } from '@/components/form/submit-button'
import styles from '../submit-row.module.css'
import { FormFeedback } from './form-feedback'
import type { Flash } from './form-state'

type Props = {
  /** Result of `useFormAction`. */
  form: { state: unknown; send: FormSender; errors: Record<string, string>; refusal: Flash | null }
  title: string | null
  success?: Flash | null
  /** Changes with each submission; the result message then takes focus. */
  submission?: unknown
  /** Content between the result of the last submission and the fields. */
  intro?: ReactNode
  className?: string
  /** Label of the only button. A form with other buttons has them as its last child. */
  submitLabel?: string
  children: ReactNode
}

/** A form of the admin area below the result of its last submission. */
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
