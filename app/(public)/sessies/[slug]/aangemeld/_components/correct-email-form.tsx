'use client'

import { Heading } from '@utrecht/component-library-react'
import type { ActionState } from '@/components/form/action-state'
import { fieldId } from '@/components/form/field-id'
import { EmailField } from '@/components/form/fields/text-field'
import { FormFeedback } from '@/components/form/form-feedback'
import { ActionForm } from '@/components/form/submission/action-form'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import { SubmitButton } from '@/components/form/submit-button'
import { registrationErrors } from '@/components/registration-form/registration-copy'
import { Flow } from '@/components/ui/page/flow'
import type { CorrectEmailRefusal, FieldReason, RateLimitRefusal } from '@/lib/registrations/schema'

export type CorrectEmailState = ActionState<
  { email: string },
  FieldReason,
  CorrectEmailRefusal | RateLimitRefusal | 'unavailable'
>

type Props = {
  /** The address with which the visitor just signed up. */
  email: string
  /** Document title of the page, without the name of the site. */
  title: string
  action: (previous: CorrectEmailState, form: FormData) => Promise<CorrectEmailState>
}

/** Shows the form to correct a mistyped address directly after signing up. */
export function CorrectEmailForm({ email, title, action }: Props) {
  const { state, send } = useResilientAction<CorrectEmailState>(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? registrationErrors(state.errors, []) : {}
  return (
    <Flow>
      <FormFeedback
        documentTitle={`${title} - Aanschuif`}
        errors={errors}
        refusal={state.status === 'refused' ? refusalText(state.reason) : null}
        submission={state}
      />
      <Heading level={2}>Klopt je e-mailadres niet?</Heading>
      <ActionForm send={send} noValidate>
        <EmailField
          id={fieldId('email')}
          name="email"
          hint="Zit er een fout in? Verbeter hem. Dan gaat de mail naar het goede adres."
          defaultValue={state.status === 'idle' ? email : state.values.email}
          error={errors.email}
        />
        <SubmitButton>Verbeter mijn adres</SubmitButton>
      </ActionForm>
    </Flow>
  )
}

function refusalText(reason: Extract<CorrectEmailState, { status: 'refused' }>['reason']) {
  if (reason === 'unavailable') {
    return {
      title: 'Er ging iets mis.',
      text: 'We weten niet zeker of je adres is verbeterd. Wacht een paar minuten en druk nog een keer op “Verbeter mijn adres”.',
    }
  }
  if (reason === 'too-many-for-address' || reason === 'too-many-from-ip') {
    return {
      title: 'Je adres is niet verbeterd.',
      text: 'Dit is nu te vaak gedaan. Wacht een uur en probeer het opnieuw.',
    }
  }
  return {
    title: 'Je adres is niet verbeterd.',
    text: 'Verbeteren kan op deze pagina niet meer. Mail de contactpersoon hieronder: die past je adres aan.',
  }
}
