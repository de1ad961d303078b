'use client'

import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { SubmitEvent } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { Honeypot } from '@/components/form/honeypot'
import { Outcome } from '@/components/form/outcome'
import { Refused } from '@/components/form/refused'
import { fieldMessage } from '@/components/form/registration-words'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useKeptAction } from '@/components/form/use-kept-action'
import { useLeastTime } from '@/components/form/use-least-time'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import type { LostLinkRefusal } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'
import type { FieldReason } from '@/lib/registrations/schema'
import { lostLinkRefusals } from './lost-link-words'

type Values = { email: string }
export type LostLinkState = ActionState<Values, FieldReason, LostLinkRefusal> | { status: 'asked'; values: Values }

type Props = {
  action: (previous: LostLinkState, form: FormData) => Promise<LostLinkState>
  formToken: string
  minSeconds: number
}

/** Asks for one's personal link. What is told afterwards is the same for an address that is known and one that is not. */
export function LostLinkForm({ action, formToken, minSeconds }: Props) {
  const { state, send, pending, ...plain } = useKeptAction<LostLinkState>(action, {
    idle: { status: 'idle' },
    unreached: { status: 'refused', reason: 'unavailable', values: { email: '' } },
  })
  const secondsLeft = useLeastTime(minSeconds, formToken)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(new FormData(event.currentTarget), secondsLeft())
  }
  if (state.status === 'asked') return <Asked email={state.values.email} sending={state} />

  const wrong = state.status === 'invalid' ? state.errors.email : undefined
  const error = wrong && fieldMessage('email', wrong, [])
  return (
    <Flow>
      <title>{`${state.status === 'idle' ? '' : 'Fout: '}Je link opnieuw krijgen - Aanschuif`}</title>
      <ErrorSummary errors={error ? [{ id: fieldId('email'), message: error }] : []} sending={state} />
      {state.status === 'refused' ? (
        <Refused lead={lostLinkRefusals[state.reason].lead} sending={state}>
          {lostLinkRefusals[state.reason].text}
        </Refused>
      ) : null}
      <PageTitle size="calm">Je link opnieuw krijgen</PageTitle>
      <Paragraph>
        Met je eigen link kun je je aanmelding bekijken en wijzigen, of je afmelden. Vul het e-mailadres in waarmee je
        je hebt aangemeld. Dan mailen we de link.
      </Paragraph>
      <form action={plain.action} onSubmit={submit} noValidate>
        <input type="hidden" name="form" value={formToken} />
        <Honeypot />
        <TextField
          id={fieldId('email')}
          name="email"
          type="email"
          label="E-mailadres"
          autoComplete="email"
          defaultValue={state.status === 'idle' ? '' : state.values.email}
          error={error}
        />
        <SubmitButton busy={pending}>Mail mijn link</SubmitButton>
      </form>
    </Flow>
  )
}

function Asked({ email, sending }: { email: string; sending: LostLinkState }) {
  return (
    <Flow>
      <title>Kijk in je mail - Aanschuif</title>
      <PageTitle size="calm">Kijk in je mail</PageTitle>
      <Outcome tone="info" lead="We hebben je vraag gekregen." sending={sending}>
        Is er iemand aangemeld met {email}? Dan is er een mail onderweg met de link. We zeggen hier niet of dat zo is:
        dat gaat alleen diegene aan.
      </Outcome>
      <Paragraph>Komt er binnen een kwartier niets?</Paragraph>
      <UnorderedList role={undefined}>
        <UnorderedListItem>Kijk bij ongewenste mail.</UnorderedListItem>
        <UnorderedListItem>
          Misschien meldde je je aan met een ander adres. <Link href={routes.lostLink()}>Probeer dat adres</Link>
        </UnorderedListItem>
        <UnorderedListItem>
          Of misschien is je aanmelding niet gelukt. <Link href={routes.home()}>Bekijk alle kennissessies</Link>: op
          elke pagina staat wie je kunt mailen.
        </UnorderedListItem>
      </UnorderedList>
    </Flow>
  )
}
