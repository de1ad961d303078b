'use client'

import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
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

/** `confirm` is 'on' when the participant gets a confirmation. */
export type AdminRegistrationValues = RegistrationValues & { confirm: string }

type Refusal = Exclude<AdminRegistrationRefusal, 'address-taken'>
/** The registration that already has the e-mail address. */
type TakenBy = { takenBy: { id: string; name: string } | null }
export type AdminRegistrationState = FormState<AdminRegistrationValues, FieldReason, Refusal | TakenBy>

type Props = {
  action: FormAction<AdminRegistrationState>
  sessionId: string
  title: string
  heading: string
  initialValues: AdminRegistrationValues
  questions: FormQuestion[]
  municipalities: { value: string; label: string }[]
  /** The version that is edited, or the id of the submission. */
  hiddenField: { name: string; value: string | number }
  submitLabel: string
  /** Stands above the fields. */
  children?: ReactNode
  showConfirmation?: boolean
}

/** The registration form, filled in by an organiser. */
export function AdminRegistrationForm(props: Props) {
  const { action, sessionId, title, heading, initialValues, questions, hiddenField, submitLabel } = props
  const form = useFormAction(action, {
    values: initialValues,
    describeErrors: (reasons) => adminRegistrationErrors(reasons, questions),
    describeRefusal: (reason) => (typeof reason === 'string' ? adminRegistrationRefusals[reason] : null),
  })
  const { state } = form
  const taken = state.status === 'refused' && typeof state.reason === 'object' ? state.reason : null
  const errors: Record<string, string> = taken ? { email: emailTakenMessage } : form.errors
  return (
    <AdminForm
      form={{ ...form, errors }}
      title={title}
      intro={
        <>
          <PageTitle size="calm">{heading}</PageTitle>
          {props.children}
        </>
      }
      submitLabel={submitLabel}
    >
      <input type="hidden" name={hiddenField.name} value={hiddenField.value} />
      <AdminRegistrationFields
        values={form.values}
        errors={errors}
        questions={questions}
        municipalities={props.municipalities}
        showConfirmation={props.showConfirmation ?? false}
        afterEmail={
          taken?.takenBy ? (
            <Link href={routes.registration(sessionId, taken.takenBy.id)}>
              Open de aanmelding van {taken.takenBy.name}
            </Link>
          ) : null
        }
      />
    </AdminForm>
  )
}
