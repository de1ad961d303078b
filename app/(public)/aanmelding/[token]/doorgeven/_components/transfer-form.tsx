'use client'

import { Button, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { ActionState } from '@/components/form/action-state'
import { fieldId } from '@/components/form/field-id'
import { EmailField, TextField } from '@/components/form/fields/text-field'
import { FormFeedback } from '@/components/form/form-feedback'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { ActionForm } from '@/components/form/submission/action-form'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DescriptionList } from '@/components/ui/text/description-list'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import type { FieldReason } from '@/lib/registrations/schema'
import type { TransferInput, TransferRefusal } from '@/lib/registrations/self-service/schema'
import { transferErrors, transferRefusalCopy } from './transfer-copy'

/** State of the transfer form. `preview.digest` is the previewed e-mail address: confirming another one is refused. */
export type TransferState =
  | ActionState<TransferInput, FieldReason, Exclude<TransferRefusal, 'unknown-link'>>
  | { status: 'previewed'; values: TransferInput; preview: PreviewState<object, 'email-changed'> }

type Props = {
  action: (previous: TransferState, form: FormData) => Promise<TransferState>
  token: string
  session: Contact & { title: string }
  explanations: FieldExplanations
  transferor: {
    name: string
    isWaitlisted: boolean
    hasAnswers: boolean
    /** Whether the transferor filled in a phone number or needs. The colleague does not get these. */
    hasPersonalDetails: boolean
  }
}

/** Shows the form to transfer a seat. It has a preview, because at a mistyped address a stranger would read the answers. */
export function TransferForm({ action, token, session, explanations, transferor }: Props) {
  const { state, send } = useResilientAction(action, { status: 'idle' })
  const values = state.status === 'idle' ? { name: '', email: '', role: '' } : state.values
  const errors = state.status === 'invalid' ? transferErrors(state.errors) : {}
  const field = (name: keyof TransferInput) => ({
    id: fieldId(name),
    name,
    defaultValue: values[name],
    error: errors[name],
    after: explanations[name],
    autoComplete: 'off',
  })
  return (
    <Flow>
      <FormFeedback
        documentTitle="Je plek doorgeven - Aanschuif"
        errors={errors}
        refusal={state.status === 'refused' ? transferRefusalCopy[state.reason] : null}
        submission={state}
      />
      <PageTitle size="calm" eyebrow={session.title}>
        {transferor.isWaitlisted ? 'Je plek op de wachtlijst doorgeven' : 'Je plek doorgeven'}
      </PageTitle>
      <Paragraph>Kun je niet, en een collega wel? Geef je plek dan door. Je ziet eerst of alles klopt.</Paragraph>
      <UnorderedList role={undefined}>
        <UnorderedListItem>
          Je collega krijgt een mail. Daarin staat dat <bdi>{transferor.name}</bdi> de plek doorgaf.
        </UnorderedListItem>
        {transferor.hasAnswers ? (
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
      <ActionForm send={send} noValidate>
        {state.status === 'previewed' ? (
          <ConfirmPanel
            title="Klopt dit van je collega?"
            preview={state.preview}
            staleMessages={{ 'email-changed': 'Je hebt het e-mailadres veranderd. Er is nog niets doorgegeven.' }}
            submission={state}
            intent="do"
            confirmLabel="Ja, geef mijn plek door"
          >
            <DescriptionList
              layout="rows"
              items={[
                { term: 'Naam', detail: values.name },
                { term: 'E-mailadres', detail: values.email },
                { term: 'Functie', detail: values.role },
              ]}
            />
            <Paragraph className={styles.text}>
              Kijk vooral het e-mailadres na. Klopt dat niet, dan krijgt iemand anders je plek en je antwoorden. Je kunt
              het zelf niet terugdraaien.
            </Paragraph>
          </ConfirmPanel>
        ) : null}
        <TextField {...field('name')} label="Naam van je collega" />
        <EmailField
          {...field('email')}
          label="E-mailadres van je collega"
          hint="We gebruiken het alleen om je collega over deze kennissessie te mailen."
        />
        <TextField {...field('role')} label="Functie van je collega" />
        {state.status === 'previewed' ? (
          <div className={styles.again}>
            <Button type="submit" name="intent" value="preview" appearance="secondary-action-button">
              Verander dit en kijk opnieuw
            </Button>
          </div>
        ) : (
          <SubmitButton>Verder</SubmitButton>
        )}
      </ActionForm>
      <LinkParagraph href={routes.selfService(token)}>Nee, terug naar je aanmelding</LinkParagraph>
      <ContactPrompt question="Heb je een vraag?" contact={session} />
    </Flow>
  )
}
