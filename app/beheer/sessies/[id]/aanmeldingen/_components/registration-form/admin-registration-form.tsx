'use client'

import { Link } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { SubmitButton } from '@/components/form/submit-button'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import type {
  AdminRegistrationRefusal,
  FieldReason,
  FormQuestion,
  RegistrationValues,
} from '@/lib/registrations/schema'
import { adminRegistrationErrors, adminRegistrationRefusals, emailTakenMessage } from './admin-registration-copy'
import { AdminRegistrationFields } from './admin-registration-fields'

/** `confirm` is 'on' when the participant is to get the confirmation. */
export type AdminRegistrationValues = RegistrationValues & { confirm: string }
export type AdminRegistrationState =
  | ActionState<AdminRegistrationValues, FieldReason, Exclude<AdminRegistrationRefusal, 'address-taken'>>
  | { status: 'taken'; existing: { id: string; name: string } | null; values: AdminRegistrationValues }

type Props = {
  action: (previous: AdminRegistrationState, form: FormData) => Promise<AdminRegistrationState>
  sessionId: string
  title: string
  heading: string
  initialValues: AdminRegistrationValues
  questions: FormQuestion[]
  municipalities: { value: string; label: string }[]
  /** Goes along with the form unseen: what was seen, or which form it is. */
  hiddenField: { name: string; value: string | number }
  submitLabel: string
  /** The last field, and what somebody must know before. */
  children?: ReactNode
  /** Asks whether the participant gets the confirmation. */
  showConfirmation?: boolean
}

/** What the sign-up form asks, filled in by an organiser: by hand, or to change it. */
export function AdminRegistrationForm(props: Props) {
  const { action, sessionId, title, heading, initialValues, questions, hiddenField, submitLabel } = props
  const [state, send] = useActionState(action, { status: 'idle' })
  const values = state.status === 'idle' ? initialValues : state.values
  const reasons = state.status === 'invalid' ? adminRegistrationErrors(state.errors, questions) : {}
  const errors: Record<string, string> = state.status === 'taken' ? { email: emailTakenMessage } : reasons
  const existing = state.status === 'taken' ? state.existing : null
  return (
    <>
      <FormFeedback
        pageTitle={title}
        errors={errors}
        refusal={state.status === 'refused' ? adminRegistrationRefusals[state.reason] : null}
        submission={state}
      />
      <PageTitle size="calm">{heading}</PageTitle>
      {props.children}
      <form action={send} noValidate>
        <input type="hidden" name={hiddenField.name} value={hiddenField.value} />
        <AdminRegistrationFields
          values={values}
          errors={errors}
          questions={questions}
          municipalities={props.municipalities}
          showConfirmation={props.showConfirmation ?? false}
          afterEmail={
            existing ? (
              <Link href={routes.registration(sessionId, existing.id)}>Open de aanmelding van {existing.name}</Link>
            ) : null
          }
        />
        <div className={styles.row}>
          <SubmitButton>{submitLabel}</SubmitButton>
        </div>
      </form>
    </>
  )
}
