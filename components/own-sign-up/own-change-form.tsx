'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import { errorsInOrder, toSentences } from '@/components/form/registration-errors'
import { SubmitButton } from '@/components/form/submit-button'
import type { WhyAsked } from '@/components/form/why-asked'
import { DescriptionList } from '@/components/layout/description-list'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { OwnChangeRefusal, OwnPart, OwnPromise, OwnStanding } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'
import type { FieldReason, FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import styles from './after.module.css'
import { OwnChangeFields } from './own-change-fields'
import { differing, ownChangeRefusals, promiseInWords, whatIsLeft } from './own-change-words'

export type OwnChangeState = ActionState<RegistrationValues, FieldReason, OwnChangeRefusal>

type Props = {
  action: (previous: OwnChangeState, form: FormData) => Promise<OwnChangeState>
  token: string
  session: Contact & { title: string; questionDeadlineAt: Date }
  standing: OwnStanding
  /** Whether a mail follows: not to who is off the list, or when it does not take place. */
  mails: boolean
  why: WhyAsked
  /** What stands in the sign-up now. */
  start: RegistrationValues
  version: number
  /** What can still be changed. */
  parts: OwnPart[]
  promise: OwnPromise | null
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
}

/** What somebody sent, to change: the fields of the sign-up form, as far as they can still be. */
export function OwnChangeForm(props: Props) {
  const { action, token, session, standing, mails, why, start, version, parts, promise, questions, municipalities } =
    props
  const [state, send] = useActionState(action, { status: 'idle' })
  const values = state.status === 'idle' ? start : state.values
  const errors = state.status === 'invalid' ? toSentences(state.errors, questions) : {}
  const failed = state.status !== 'idle'
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Je aanmelding wijzigen - Aanschuif`}</title>
      <ErrorSummary errors={errorsInOrder(errors, questions)} sending={state} />
      {state.status === 'refused' ? (
        <Refused lead={ownChangeRefusals[state.reason].lead} sending={state}>
          {ownChangeRefusals[state.reason].text}
        </Refused>
      ) : null}
      {state.status === 'refused' ? <Kept {...{ state, start, questions, municipalities }} /> : null}
      <PageTitle size="calm" over={session.title}>
        Je aanmelding wijzigen
      </PageTitle>
      {mails ? (
        <Paragraph>
          Verandert er iets? Dan krijg je een mail met hoe je aanmelding er dan uitziet. Wil je een ander e-mailadres?{' '}
          <Link href={routes.ownAddress(token)}>Dat wijzig je apart</Link>
        </Paragraph>
      ) : null}
      {parts.includes('answers') ? null : <Note {...whatIsLeft(standing)} />}
      <form action={send} noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="parts" value={parts.join(' ')} />
        <input
          type="hidden"
          name="deadline"
          value={promise === 'kept' || promise === 'still-open' ? 'ahead' : 'over'}
        />
        <OwnChangeFields
          values={values}
          errors={errors}
          parts={parts}
          why={why}
          questions={questions}
          municipalities={municipalities}
          promise={promiseInWords(promise, { deadline: session.questionDeadlineAt, waits: waits.has(standing) })}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </form>
      <div className={styles.after}>
        <Flow>
          <Paragraph>
            <Link href={routes.ownSignUp(token)}>Terug naar je aanmelding, zonder te bewaren</Link>
          </Paragraph>
          <AskContact question="Kom je er niet uit?" of={session} />
        </Flow>
      </div>
    </>
  )
}

const waits = new Set<OwnStanding>(['waiting', 'offered'])

type KeptProps = Pick<Props, 'start' | 'questions' | 'municipalities'> & {
  state: Extract<OwnChangeState, { status: 'refused' }>
}

/** Of two who change at once the second sees what stands now; of what can no longer be changed, what they typed. */
function Kept({ state, start, ...named }: KeptProps) {
  if (state.reason !== 'changed-meanwhile' && state.reason !== 'locked') return null
  const locked = state.reason === 'locked'
  const items = locked ? differing(state.values, start, named) : differing(start, state.values, named)
  if (items.length === 0) return null
  return (
    <section className={styles.before}>
      <Flow>
        <Heading level={2}>{locked ? 'Dit typte je' : 'Zo staat het er nu'}</Heading>
        <DescriptionList items={items} />
      </Flow>
    </section>
  )
}
