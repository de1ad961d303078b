'use client'

import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { ActionState } from '@/components/form/action-state'
import { fieldId } from '@/components/form/field-id'
import { EmailField } from '@/components/form/fields/text-field'
import { FormFeedback } from '@/components/form/form-feedback'
import { FormStatus } from '@/components/form/form-status'
import { Honeypot } from '@/components/form/honeypot'
import { ActionForm } from '@/components/form/submission/action-form'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import { SubmitButton } from '@/components/form/submit-button'
import { useMinimumFillTime } from '@/components/form/use-minimum-fill-time'
import { registrationErrors } from '@/components/registration-form/registration-copy'
import { Flow } from '@/components/ui/page/flow'
import { PageBody } from '@/components/ui/page/page-body'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import type { FieldReason } from '@/lib/registrations/schema'
import type { LinkRecoveryRefusal } from '@/lib/registrations/self-service/schema'

type Values = { email: string }
export type LinkRecoveryState =
  | ActionState<Values, FieldReason, LinkRecoveryRefusal>
  | { status: 'requested'; values: Values }

type Props = {
  action: (previous: LinkRecoveryState, form: FormData) => Promise<LinkRecoveryState>
  formToken: string
  minSeconds: number
}

/** Shows the form to get one's personal link by mail. Its result does not reveal whether the address is registered. */
export function LinkRecoveryForm({ action, formToken, minSeconds }: Props) {
  const { state, send } = useResilientAction<LinkRecoveryState>(action, { status: 'idle' })
  const secondsLeft = useMinimumFillTime(minSeconds, formToken)
  if (state.status === 'requested') return <LinkRequested email={state.values.email} submission={state} />

  const errors = state.status === 'invalid' ? registrationErrors(state.errors, []) : {}
  return (
    <Flow>
      <FormFeedback
        documentTitle="Je link opnieuw krijgen - Aanschuif"
        errors={errors}
        refusal={state.status === 'refused' ? refusalCopy[state.reason] : null}
        submission={state}
      />
      <PageTitle size="calm">Je link opnieuw krijgen</PageTitle>
      <Paragraph>
        Met je eigen link kun je je aanmelding bekijken en wijzigen, of je afmelden. Vul het e-mailadres in waarmee je
        je hebt aangemeld. Dan mailen we de link.
      </Paragraph>
      <ActionForm send={send} secondsToWait={secondsLeft} noValidate>
        <input type="hidden" name="form" value={formToken} />
        <Honeypot />
        <EmailField
          id={fieldId('email')}
          name="email"
          defaultValue={state.status === 'idle' ? '' : state.values.email}
          error={errors.email}
        />
        <SubmitButton>Mail mijn link</SubmitButton>
      </ActionForm>
    </Flow>
  )
}

function LinkRequested({ email, submission }: { email: string; submission: LinkRecoveryState }) {
  return (
    <PageBody title="Kijk in je mail">
      <FormStatus tone="info" title="We hebben je vraag gekregen." submission={submission}>
        Is er iemand aangemeld met {email}? Dan is er een mail onderweg met de link. We zeggen hier niet of dat zo is:
        dat gaat alleen diegene aan.
      </FormStatus>
      <Paragraph>Komt er binnen een kwartier niets?</Paragraph>
      <UnorderedList role={undefined}>
        <UnorderedListItem>Kijk bij ongewenste mail.</UnorderedListItem>
        <UnorderedListItem>
          Misschien meldde je je aan met een ander adres. <Link href={routes.linkRecovery()}>Probeer dat adres</Link>
        </UnorderedListItem>
        <UnorderedListItem>
          Of misschien is je aanmelding niet gelukt. <Link href={routes.home()}>Bekijk alle kennissessies</Link>: op
          elke pagina staat wie je kunt mailen.
        </UnorderedListItem>
      </UnorderedList>
    </PageBody>
  )
}

const refusalCopy: Record<LinkRecoveryRefusal, { title: string; text: string }> = {
  'form-expired': {
    title: 'Het formulier stond te lang open.',
    text: 'Je adres staat er nog. Druk nog een keer op “Mail mijn link”.',
  },
  'looks-automated': {
    title: 'We willen zeker weten dat je een mens bent.',
    text: 'Je adres staat er nog. Druk nog een keer op “Mail mijn link”.',
  },
  'too-quick': {
    title: 'Dat ging wel heel snel.',
    text: 'Je adres staat er nog. Kijk het na en druk nog een keer op “Mail mijn link”.',
  },
  'too-many-for-address': {
    title: 'Dit e-mailadres is nu heel vaak ingestuurd.',
    text: 'Kijk eerst in je mail, ook bij ongewenste mail. Wacht anders een uur en probeer het opnieuw.',
  },
  'too-many-from-ip': {
    title: 'Er wordt nu heel vaak om een link gevraagd vanaf jouw plek.',
    text: 'Wacht tien minuten en druk nog een keer op “Mail mijn link”.',
  },
  unavailable: {
    title: 'Er ging iets mis bij ons.',
    text: 'Je adres staat er nog. Wacht een paar minuten en druk nog een keer op “Mail mijn link”.',
  },
}
