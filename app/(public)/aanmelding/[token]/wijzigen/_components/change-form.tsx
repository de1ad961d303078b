'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormFooter } from '@/app/(public)/aanmelding/[token]/_components/form-footer'
import type { ActionState } from '@/components/form/action-state'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { FormFeedback } from '@/components/form/form-feedback'
import { MunicipalityField } from '@/components/form/municipality/municipality-field'
import { ActionForm } from '@/components/form/submission/action-form'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { type FormLabels, registrationErrors } from '@/components/registration-form/registration-copy'
import {
  AnswerFields,
  ContactWishField,
  NeedsField,
  PersonFields,
} from '@/components/registration-form/registration-fields'
import type { Contact } from '@/components/session/contact-prompt'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes } from '@/lib/platform/routes'
import type { FieldReason, RegistrationValues } from '@/lib/registrations/schema'
import type {
  OwnChangeRefusal,
  OwnGuarantee,
  OwnStatus,
  RegistrationPart,
} from '@/lib/registrations/self-service/schema'
import { changeRefusalCopy, differences, guaranteeText, partialEditNotice } from './change-form-copy'
import styles from './conflict-details.module.css'

export type ChangeFormState = ActionState<RegistrationValues, FieldReason, OwnChangeRefusal>

type Props = FormLabels & {
  action: (previous: ChangeFormState, form: FormData) => Promise<ChangeFormState>
  token: string
  session: Contact & { title: string; questionDeadlineAt: Date }
  status: OwnStatus
  /** Whether the participant gets a mail about the change. */
  sendsMail: boolean
  explanations: FieldExplanations
  currentValues: RegistrationValues
  version: number
  /** The parts of the registration that can still be changed. */
  parts: RegistrationPart[]
  guarantee: OwnGuarantee | null
}

export function ChangeForm(props: Props) {
  const { action, token, session, status, explanations, currentValues, parts, guarantee, questions } = props
  const { state, send } = useResilientAction(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? registrationErrors(state.errors, questions) : {}
  const context = { values: state.status === 'idle' ? currentValues : state.values, errors, explanations }
  const isDeadlineAhead = guarantee === 'kept' || guarantee === 'still-open'
  const isWaitlisted = status === 'waitlisted' || status === 'offered'
  const guaranteeIntro = guaranteeText(guarantee, { deadline: session.questionDeadlineAt, isWaitlisted })
  return (
    <>
      <FormFeedback
        documentTitle="Je aanmelding wijzigen - Aanschuif"
        errors={errors}
        refusal={state.status === 'refused' ? changeRefusalCopy[state.reason] : null}
        submission={state}
      />
      {state.status === 'refused' ? <ConflictDetails {...state} current={currentValues} labels={props} /> : null}
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
      <ActionForm send={send} noValidate>
        <input type="hidden" name="version" value={props.version} />
        <input type="hidden" name="parts" value={parts.join(' ')} />
        <input type="hidden" name="deadline" value={isDeadlineAhead ? 'ahead' : 'over'} />
        {parts.includes('about') ? (
          <FieldGroup legend="Over jou">
            <PersonFields context={context}>
              <MunicipalityField {...context} options={props.municipalities} explanation={explanations.workplace} />
            </PersonFields>
          </FieldGroup>
        ) : null}
        {parts.includes('answers') && questions.length > 0 ? (
          <FieldGroup id={fieldId('answers')} legend="Jouw vragen" intro={guaranteeIntro}>
            <AnswerFields context={context} questions={questions} />
            {explanations.answers}
          </FieldGroup>
        ) : null}
        <FieldGroup legend="Contact">
          <ContactWishField context={context} />
        </FieldGroup>
        <FieldGroup legend="Goed meedoen">
          <NeedsField context={context} hint="Bijvoorbeeld een schrijftolk of ondertiteling." />
        </FieldGroup>
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
      <FormFooter token={token} backLabel="Terug naar je aanmelding, zonder te bewaren" contact={session} />
    </>
  )
}

type ConflictProps = {
  reason: OwnChangeRefusal
  /** The values that the participant submitted. */
  values: RegistrationValues
  current: RegistrationValues
  labels: FormLabels
}

/** Shows which values differ: after `changed-meanwhile` the stored ones, after `locked` the submitted ones. */
function ConflictDetails({ reason, values, current, labels }: ConflictProps) {
  const isLocked = reason === 'locked'
  if (!isLocked && reason !== 'changed-meanwhile') return null
  const items = isLocked ? differences(values, current, labels) : differences(current, values, labels)
  if (items.length === 0) return null
  return (
    <section className={styles.conflict}>
      <Flow>
        <Heading level={2}>{isLocked ? 'Dit typte je' : 'Zo staat het er nu'}</Heading>
        <DescriptionList items={items} />
      </Flow>
    </section>
  )
}
