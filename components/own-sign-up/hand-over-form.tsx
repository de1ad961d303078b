'use client'

import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { Refused } from '@/components/form/refused'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { WhyAsked } from '@/components/form/why-asked'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import type { HandOverInput, HandOverRefusal } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'
import type { FieldReason } from '@/lib/registrations/schema'
import { HandOverLook, LookAgainButton } from './hand-over-look'
import { handOverErrors, handOverRefusals } from './hand-over-words'

/** `again`: the button was pressed, and another address was filled in than what had been looked at. */
export type HandOverState =
  | ActionState<HandOverInput, FieldReason, Exclude<HandOverRefusal, 'unknown-link'>>
  | { status: 'looked'; values: HandOverInput; again: boolean }

type Props = {
  action: (previous: HandOverState, form: FormData) => Promise<HandOverState>
  token: string
  session: Contact & { title: string }
  why: WhyAsked
  giver: {
    name: string
    waits: boolean
    /** How many answers go along. */
    answers: number
    /** They have something that does not go along. */
    ownNeeds: boolean
  }
}

/** Who takes the place. It says beforehand what the colleague is told, and what goes along. */
export function HandOverForm({ action, token, session, why, giver }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const values = state.status === 'idle' ? { name: '', email: '', role: '' } : state.values
  const errors = state.status === 'invalid' ? handOverErrors(state.errors) : {}
  const mistakes = Object.entries(errors).map(([field, message]) => ({ id: fieldId(field), message }))
  const field = (name: keyof HandOverInput) => ({
    id: fieldId(name),
    name,
    defaultValue: values[name],
    error: errors[name],
    after: why[name],
  })
  return (
    <Flow>
      <title>{`${hasMistake(state) ? 'Fout: ' : ''}Je plek doorgeven - Aanschuif`}</title>
      <ErrorSummary errors={mistakes} sending={state} />
      {state.status === 'refused' ? (
        <Refused lead={handOverRefusals[state.reason].lead} sending={state}>
          {handOverRefusals[state.reason].text}
        </Refused>
      ) : null}
      <PageTitle size="calm" over={session.title}>
        {giver.waits ? 'Je plek op de wachtlijst doorgeven' : 'Je plek doorgeven'}
      </PageTitle>
      <Paragraph>Kun je niet, en een collega wel? Geef je plek dan door. Je ziet eerst of alles klopt.</Paragraph>
      <UnorderedList role={undefined}>
        <UnorderedListItem>
          Je collega krijgt een mail. Daarin staat dat {giver.name} de plek doorgaf.
        </UnorderedListItem>
        {giver.answers > 0 ? (
          <UnorderedListItem>
            Je antwoorden gaan mee, want die gaan over jullie werk. Je collega leest ze, en kan ze wijzigen. Wat we over
            je vraag hebben beloofd, blijft zo. Heeft je collega zich zelf al aangemeld? Dan gelden de antwoorden van je
            collega.
          </UnorderedListItem>
        ) : null}
        {giver.ownNeeds ? (
          <UnorderedListItem>Je telefoonnummer en wat je nodig hebt om mee te doen gaan niet mee.</UnorderedListItem>
        ) : null}
        <UnorderedListItem>Jij bent dan afgemeld, en de links in je mails werken niet meer.</UnorderedListItem>
      </UnorderedList>
      <form action={send} noValidate>
        {state.status === 'looked' ? <HandOverLook {...state} pending={pending} sending={state} /> : null}
        <TextField {...field('name')} label="Naam van je collega" autoComplete="off" />
        <TextField
          {...field('email')}
          type="email"
          label="E-mailadres van je collega"
          hint="We gebruiken het alleen om je collega over deze kennissessie te mailen."
          autoComplete="off"
        />
        <TextField {...field('role')} label="Functie van je collega" autoComplete="off" />
        {state.status === 'looked' ? <LookAgainButton /> : <SubmitButton>Verder</SubmitButton>}
      </form>
      <Paragraph>
        <Link href={routes.ownSignUp(token)}>Nee, terug naar je aanmelding</Link>
      </Paragraph>
      <AskContact question="Heb je een vraag?" of={session} />
    </Flow>
  )
}

const hasMistake = ({ status }: HandOverState) => status === 'invalid' || status === 'refused'
