'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFooter } from '@/app/(public)/aanmelding/[token]/_components/form-footer'
import type { ActionState } from '@/components/form/action-state'
import { FormFeedback } from '@/components/form/form-feedback'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { toErrorMessages } from '@/components/registration-form/registration-errors'
import type { Contact } from '@/components/session/contact-prompt'
import { Callout } from '@/components/ui/callout'
import { PageTitle } from '@/components/ui/page/page-title'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import type { FieldReason, FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import type {
  OwnChangeRefusal,
  OwnGuarantee,
  OwnStatus,
  RegistrationPart,
} from '@/lib/registrations/self-service/schema'
import { changeRefusalCopy, guaranteeText, partialEditNotice } from './change-form-copy'
import { ChangeFormFields } from './change-form-fields'
import { ConflictDetails } from './conflict-details'

export type ChangeFormState = ActionState<RegistrationValues, FieldReason, OwnChangeRefusal>

type Props = {
  action: (previous: ChangeFormState, form: FormData) => Promise<ChangeFormState>
  token: string
  session: Contact & { title: string; questionDeadlineAt: Date }
  status: OwnStatus
  /** Whether a mail follows a change. */
  sendsMail: boolean
  explanations: FieldExplanations
  currentValues: RegistrationValues
  version: number
  /** The parts that can still be changed. */
  parts: RegistrationPart[]
  guarantee: OwnGuarantee | null
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
}

/** Form for a participant to change the own registration. */
export function ChangeForm(props: Props) {
  const { action, token, session, status, currentValues, parts, guarantee, questions, municipalities } = props
  const [state, submit] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? toErrorMessages(state.errors, questions) : {}
  const isDeadlineAhead = guarantee === 'kept' || guarantee === 'still-open'
  const isWaitlisted = status === 'waitlisted' || status === 'offered'
  return (
    <>
      <FormFeedback
        documentTitle="Je aanmelding wijzigen - Aanschuif"
        errors={errors}
        refusal={state.status === 'refused' ? changeRefusalCopy[state.reason] : null}
        submission={state}
      />
      {state.status === 'refused' ? (
        <ConflictDetails {...state} {...{ currentValues, questions, municipalities }} />
      ) : null}
      <PageTitle size="calm" eyebrow={session.title}>
        Je aanmelding wijzigen
      </PageTitle>
      {props.sendsMail ? (
        <Paragraph>
          Verandert er iets? Dan krijg je een mail met hoe je aanmelding er dan uitziet. Wil je een ander e-mailadres?{' '}
          <Link href={routes.selfServiceEmail(token)}>Dat wijzig je apart</Link>
        </Paragraph>
      ) : null}
      {parts.includes('answers') ? null : <Callout {...partialEditNotice(status)} />}
      <form action={submit} noValidate>
        <input type="hidden" name="version" value={props.version} />
        <input type="hidden" name="parts" value={parts.join(' ')} />
        <input type="hidden" name="deadline" value={isDeadlineAhead ? 'ahead' : 'over'} />
        <ChangeFormFields
          values={state.status === 'idle' ? currentValues : state.values}
          errors={errors}
          parts={parts}
          explanations={props.explanations}
          questions={questions}
          municipalities={municipalities}
          guarantee={guaranteeText(guarantee, { deadline: session.questionDeadlineAt, isWaitlisted })}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </form>
      <FormFooter token={token} backLabel="Terug naar je aanmelding, zonder te bewaren" contact={session} />
    </>
  )
}
