'use client'

import { Link } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { SubmitButton } from '@/components/form/submit-button'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import type { DeskSignUpRefusal, FieldReason, FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import { DeskSignUpFields } from './desk-sign-up-fields'
import { deskSignUpErrors, deskSignUpRefusals, takenAddress } from './desk-sign-up-words'
import { FormHead } from './form-head'
import styles from './send-row.module.css'

/** `confirm` is 'on' when the participant is to get the confirmation. */
export type DeskSignUpValues = RegistrationValues & { confirm: string }
export type DeskSignUpState =
  | ActionState<DeskSignUpValues, FieldReason, Exclude<DeskSignUpRefusal, 'address-taken'>>
  | { status: 'taken'; other: { id: string; name: string } | null; values: DeskSignUpValues }

type Props = {
  action: (previous: DeskSignUpState, form: FormData) => Promise<DeskSignUpState>
  sessionId: string
  title: string
  heading: string
  start: DeskSignUpValues
  questions: FormQuestion[]
  municipalities: { value: string; label: string }[]
  /** Goes along with the form unseen: what was seen, or which form it is. */
  hidden: { name: string; value: string | number }
  submit: string
  /** The last field, and what somebody must know before. */
  children?: ReactNode
  /** Asks whether the participant gets the confirmation. */
  asksConfirm?: boolean
}

/** What the sign-up form asks, filled in by an organiser: by hand, or to change it. */
export function DeskSignUpForm(props: Props) {
  const { action, sessionId, title, heading, start, questions, hidden, submit } = props
  const [state, send] = useActionState(action, { status: 'idle' })
  const values = state.status === 'idle' ? start : state.values
  const reasons = state.status === 'invalid' ? deskSignUpErrors(state.errors, questions) : {}
  const errors: Record<string, string> = state.status === 'taken' ? { email: takenAddress } : reasons
  const other = state.status === 'taken' ? state.other : null
  return (
    <>
      <FormHead
        title={title}
        errors={errors}
        refusal={state.status === 'refused' ? deskSignUpRefusals[state.reason] : null}
        sending={state}
      />
      <PageTitle size="calm">{heading}</PageTitle>
      {props.children}
      <form action={send} noValidate>
        <input type="hidden" name={hidden.name} value={hidden.value} />
        <DeskSignUpFields
          values={values}
          errors={errors}
          questions={questions}
          municipalities={props.municipalities}
          asksConfirm={props.asksConfirm ?? false}
          afterEmail={
            other ? (
              <Link href={routes.registration(sessionId, other.id)}>Open de aanmelding van {other.name}</Link>
            ) : null
          }
        />
        <div className={styles.row}>
          <SubmitButton>{submit}</SubmitButton>
        </div>
      </form>
    </>
  )
}
