'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import styles from '@/app/(public)/aanmelding/[token]/_components/form-spacing.module.css'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormError } from '@/components/form/form-error'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { errorsInPageOrder, toErrorMessages } from '@/components/registration-form/registration-errors'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import type { FieldReason, FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import type {
  OwnChangeRefusal,
  OwnGuarantee,
  OwnStatus,
  RegistrationPart,
} from '@/lib/registrations/self-service/schema'
import { changeRefusalCopy, differences, guaranteeText, partialEditNotice } from './change-form-copy'
import { ChangeFormFields } from './change-form-fields'

export type ChangeFormState = ActionState<RegistrationValues, FieldReason, OwnChangeRefusal>

type Props = {
  action: (previous: ChangeFormState, form: FormData) => Promise<ChangeFormState>
  token: string
  session: Contact & { title: string; questionDeadlineAt: Date }
  status: OwnStatus
  /** Whether a mail follows: not to who is off the list, or when it does not take place. */
  sendsMail: boolean
  why: FieldExplanations
  /** What stands in the sign-up now. */
  currentValues: RegistrationValues
  version: number
  /** What can still be changed. */
  parts: RegistrationPart[]
  guarantee: OwnGuarantee | null
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
}

/** What somebody sent, to change: the fields of the sign-up form, as far as they can still be. */
export function ChangeForm(props: Props) {
  const {
    action,
    token,
    session,
    status,
    sendsMail,
    why,
    currentValues,
    version,
    parts,
    guarantee,
    questions,
    municipalities,
  } = props
  const [state, submit] = useActionState(action, { status: 'idle' })
  const values = state.status === 'idle' ? currentValues : state.values
  const errors = state.status === 'invalid' ? toErrorMessages(state.errors, questions) : {}
  const hasFailed = state.status !== 'idle'
  return (
    <>
      <title>{`${hasFailed ? 'Fout: ' : ''}Je aanmelding wijzigen - Aanschuif`}</title>
      <ErrorSummary errors={errorsInPageOrder(errors, questions)} submission={state} />
      {state.status === 'refused' ? (
        <FormError title={changeRefusalCopy[state.reason].title} submission={state}>
          {changeRefusalCopy[state.reason].text}
        </FormError>
      ) : null}
      {state.status === 'refused' ? <ConflictDetails {...{ state, currentValues, questions, municipalities }} /> : null}
      <PageTitle size="calm" eyebrow={session.title}>
        Je aanmelding wijzigen
      </PageTitle>
      {sendsMail ? (
        <Paragraph>
          Verandert er iets? Dan krijg je een mail met hoe je aanmelding er dan uitziet. Wil je een ander e-mailadres?{' '}
          <Link href={routes.selfServiceEmail(token)}>Dat wijzig je apart</Link>
        </Paragraph>
      ) : null}
      {parts.includes('answers') ? null : <Callout {...partialEditNotice(status)} />}
      <form action={submit} noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="parts" value={parts.join(' ')} />
        <input
          type="hidden"
          name="deadline"
          value={guarantee === 'kept' || guarantee === 'still-open' ? 'ahead' : 'over'}
        />
        <ChangeFormFields
          values={values}
          errors={errors}
          parts={parts}
          why={why}
          questions={questions}
          municipalities={municipalities}
          guarantee={guaranteeText(guarantee, {
            deadline: session.questionDeadlineAt,
            isWaitlisted: waitlistStatuses.has(status),
          })}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </form>
      <div className={styles.after}>
        <Flow>
          <Paragraph>
            <Link href={routes.selfService(token)}>Terug naar je aanmelding, zonder te bewaren</Link>
          </Paragraph>
          <ContactPrompt question="Kom je er niet uit?" contact={session} />
        </Flow>
      </div>
    </>
  )
}

const waitlistStatuses = new Set<OwnStatus>(['waitlisted', 'offered'])

type ConflictDetailsProps = Pick<Props, 'currentValues' | 'questions' | 'municipalities'> & {
  state: Extract<ChangeFormState, { status: 'refused' }>
}

/** Of two who change at once the second sees what stands now; of what can no longer be changed, what they typed. */
function ConflictDetails({ state, currentValues, ...labels }: ConflictDetailsProps) {
  if (state.reason !== 'changed-meanwhile' && state.reason !== 'locked') return null
  const isLocked = state.reason === 'locked'
  const items = isLocked
    ? differences(state.values, currentValues, labels)
    : differences(currentValues, state.values, labels)
  if (items.length === 0) return null
  return (
    <section className={styles.before}>
      <Flow>
        <Heading level={2}>{isLocked ? 'Dit typte je' : 'Zo staat het er nu'}</Heading>
        <DescriptionList items={items} />
      </Flow>
    </section>
  )
}
