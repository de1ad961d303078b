import type { ComponentProps, ReactNode } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import styles from '../submit-row.module.css'
import { FormFeedback } from './form-feedback'
import type { Flash } from './form-state'

type Props = {
  /** From `useFormAction`. */
  form: {
    state: unknown
    send: (form: FormData) => void
    errors: Record<string, string>
    refusal: Flash | null
  }
  title: string | null
  success?: Flash | null
  /** Stands between the outcome of the last submission and the fields. */
  intro?: ReactNode
  className?: string
  /** Label of the only button; a form with other buttons brings them as its last child. */
  submitLabel?: string
  children: ReactNode
} & Pick<Partial<ComponentProps<typeof FormFeedback>>, 'submission'>

/** A form of the admin area below the outcome of its last submission. */
export function AdminForm({ form, title, success, submission = form.state, intro, submitLabel, ...rest }: Props) {
  const { send, errors, refusal } = form
  return (
    <>
      <FormFeedback pageTitle={title} errors={errors} refusal={refusal} success={success} submission={submission} />
      {intro}
      <form action={send} noValidate className={rest.className}>
        {rest.children}
        {submitLabel ? (
          <div className={styles.row}>
            <SubmitButton>{submitLabel}</SubmitButton>
          </div>
        ) : null}
      </form>
    </>
  )
}
