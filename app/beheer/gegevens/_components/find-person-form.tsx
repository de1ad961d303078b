'use client'

import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { fieldErrors } from '@/components/form/field-errors'
import { TextField } from '@/components/form/fields/text-field'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'
import type { PersonSearchReason } from '@/lib/privacy/schema'

/** `organiserId`: of the organiser who has the e-mail address. */
export type FindPersonState = FormState<
  { email: string },
  PersonSearchReason,
  never,
  { people: FoundPerson[]; organiserId: string | null }
>

const messages = {
  email: {
    missing: 'Vul het e-mailadres in van de persoon die je zoekt',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@gemeente.nl',
  },
}

type Props = {
  action: FormAction<FindPersonState>
  /** Whether a person was erased a moment ago. */
  erased: boolean
  children: ReactNode
}

/** Searches participants with stored personal data by e-mail address. */
export function FindPersonForm({ action, erased, children }: Props) {
  const form = useFormAction(action, {
    values: { email: '' },
    describeErrors: (errors) => fieldErrors<PersonSearchReason>(messages, errors),
  })
  const { state, result } = form
  return (
    <AdminForm
      form={form}
      title="Wat bewaren we van iemand?"
      success={erased && state.status === 'idle' ? erasedFlash : null}
      submission={state.status === 'idle' ? erased : state}
      intro={
        <>
          {children}
          {result ? <FoundPeople {...result} submission={state} /> : null}
        </>
      }
      submitLabel="Zoek"
    >
      <TextField {...form.field('email')} type="email" label="E-mailadres" autoComplete="off" />
    </AdminForm>
  )
}

const erasedFlash = {
  title: 'Alles van deze persoon is gewist.',
  text: 'Laat het de persoon zelf weten: de site heeft het adres niet meer. In het logboek staat dat er iets gewist is, niet van wie.',
}

type FoundPerson = { registrationId: string; name: string; foundBy: keyof typeof foundByText }

/** Says which record of an e-mail address led to a person. */
const foundByText = {
  now: 'heeft dit adres nu.',
  earlier: 'had dit adres eerder.',
  asked:
    'vroeg om dit adres, en niemand heeft dat bevestigd. Het kan dus van iemand anders zijn. Geef die alleen door dat het adres is ingevuld: het verdwijnt vanzelf, uiterlijk drie dagen daarna.',
}

type FoundPeopleProps = { people: FoundPerson[]; organiserId: string | null; submission: unknown }

/** Who is known by an address, each with how; or that nobody has it. */
function FoundPeople({ people, organiserId, submission }: FoundPeopleProps) {
  const account = organiserId ? (
    <Paragraph>
      Het adres is van een organisator: <Link href={routes.organiser(organiserId)}>bekijk het account</Link>.
    </Paragraph>
  ) : null
  if (people.length === 0)
    return (
      <FormStatus title="Er is geen aanmelding met dit adres." submission={submission}>
        {account ??
          'Staat er een ander adres in de mails van deze persoon? Zoek dan daarop. Misschien is de naam al gewist.'}
      </FormStatus>
    )
  return (
    <>
      <FormStatus title="Dit adres staat bij:" submission={submission}>
        <UnorderedList>
          {people.map(({ registrationId, name, foundBy }) => (
            <UnorderedListItem key={registrationId}>
              <Link href={routes.personalRecord(registrationId)}>{name}</Link> {foundByText[foundBy]}
            </UnorderedListItem>
          ))}
        </UnorderedList>
      </FormStatus>
      {account}
    </>
  )
}
