'use client'

import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { TextField } from '@/components/form/fields/text-field'
import { FormError } from '@/components/form/form-error'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import type { FieldReason } from '@/lib/registrations/schema'
import type { TransferInput, TransferRefusal } from '@/lib/registrations/self-service/schema'
import { transferFieldErrors, transferRefusalCopy } from './transfer-copy'
import { PreviewAgainButton, TransferPreview } from './transfer-preview'

/** `again`: the button was pressed, and another address was filled in than what had been looked at. */
export type TransferState =
  | ActionState<TransferInput, FieldReason, Exclude<TransferRefusal, 'unknown-link'>>
  | { status: 'previewed'; values: TransferInput; hasChangedEmail: boolean }

type Props = {
  action: (previous: TransferState, form: FormData) => Promise<TransferState>
  token: string
  session: Contact & { title: string }
  why: FieldExplanations
  transferor: {
    name: string
    isWaitlisted: boolean
    /** How many answers go along. */
    answerCount: number
    /** They have something that does not go along. */
    hasPersonalDetails: boolean
  }
}

/** Who takes the place. It says beforehand what the colleague is told, and what goes along. */
export function TransferForm({ action, token, session, why, transferor }: Props) {
  const [state, submit, isPending] = useActionState(action, { status: 'idle' })
  const values = state.status === 'idle' ? { name: '', email: '', role: '' } : state.values
  const errors = state.status === 'invalid' ? transferFieldErrors(state.errors) : {}
  const mistakes = Object.entries(errors).map(([field, message]) => ({ id: fieldId(field), message }))
  const field = (name: keyof TransferInput) => ({
    id: fieldId(name),
    name,
    defaultValue: values[name],
    error: errors[name],
    after: why[name],
  })
  return (
    <Flow>
      <title>{`${hasMistake(state) ? 'Fout: ' : ''}Je plek doorgeven - Aanschuif`}</title>
      <ErrorSummary errors={mistakes} submission={state} />
      {state.status === 'refused' ? (
        <FormError title={transferRefusalCopy[state.reason].title} submission={state}>
          {transferRefusalCopy[state.reason].text}
        </FormError>
      ) : null}
      <PageTitle size="calm" eyebrow={session.title}>
        {transferor.isWaitlisted ? 'Je plek op de wachtlijst doorgeven' : 'Je plek doorgeven'}
      </PageTitle>
      <Paragraph>Kun je niet, en een collega wel? Geef je plek dan door. Je ziet eerst of alles klopt.</Paragraph>
      <UnorderedList role={undefined}>
        <UnorderedListItem>
          Je collega krijgt een mail. Daarin staat dat {transferor.name} de plek doorgaf.
        </UnorderedListItem>
        {transferor.answerCount > 0 ? (
          <UnorderedListItem>
            Je antwoorden gaan mee, want die gaan over jullie werk. Je collega leest ze, en kan ze wijzigen. Wat we over
            je vraag hebben beloofd, blijft zo. Heeft je collega zich zelf al aangemeld? Dan gelden de antwoorden van je
            collega.
          </UnorderedListItem>
        ) : null}
        {transferor.hasPersonalDetails ? (
          <UnorderedListItem>Je telefoonnummer en wat je nodig hebt om mee te doen gaan niet mee.</UnorderedListItem>
        ) : null}
        <UnorderedListItem>Jij bent dan afgemeld, en de links in je mails werken niet meer.</UnorderedListItem>
      </UnorderedList>
      <form action={submit} noValidate>
        {state.status === 'previewed' ? <TransferPreview {...state} isPending={isPending} submission={state} /> : null}
        <TextField {...field('name')} label="Naam van je collega" autoComplete="off" />
        <TextField
          {...field('email')}
          type="email"
          label="E-mailadres van je collega"
          hint="We gebruiken het alleen om je collega over deze kennissessie te mailen."
          autoComplete="off"
        />
        <TextField {...field('role')} label="Functie van je collega" autoComplete="off" />
        {state.status === 'previewed' ? <PreviewAgainButton /> : <SubmitButton>Verder</SubmitButton>}
      </form>
      <Paragraph>
        <Link href={routes.selfService(token)}>Nee, terug naar je aanmelding</Link>
      </Paragraph>
      <ContactPrompt question="Heb je een vraag?" contact={session} />
    </Flow>
  )
}

const hasMistake = ({ status }: TransferState) => status === 'invalid' || status === 'refused'
