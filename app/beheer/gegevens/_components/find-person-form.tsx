'use client'

import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { fieldErrors } from '@/components/form/field-errors'
import { TextField } from '@/components/form/fields/text-field'
import { FormStatus } from '@/components/form/form-status'
import { PageTitle } from '@/components/ui/page/page-title'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import { routes } from '@/lib/platform/routes'
import type { findPeopleByEmail } from '@/lib/privacy/queries'
import type { PersonSearchReason } from '@/lib/privacy/schema'

type FoundPeople = Awaited<ReturnType<typeof findPeopleByEmail>>
export type FindPersonState = FormState<{ email: string }, PersonSearchReason, never, FoundPeople>

const messages = {
  email: {
    missing: 'Vul het e-mailadres in van de persoon die je zoekt',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@gemeente.nl',
  },
}

/**
 * Shows the form to find people by e-mail address, and the people found. With `erased`, first confirms that the data of
 * a person were erased.
 */
export function FindPersonForm({ action, erased }: { action: FormAction<FindPersonState>; erased: boolean }) {
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
          <PageTitle size="calm">Wat bewaren we van iemand?</PageTitle>
          <Paragraph>
            Vraagt iemand wat we bewaren, of wil iemand alles laten wissen? Zoek dan op{' '}
            <NonBreakingText text="e-mailadres" />. Kijk eerst of de vraag echt van die persoon komt: laat mailen vanaf
            dat adres.
          </Paragraph>
          {result ? <SearchResult {...result} submission={state} /> : null}
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

/**
 * Maps to Dutch text how a found person relates to the searched e-mail address: has it (`now`), had it (`earlier`), or
 * requested an unconfirmed change to it (`asked`).
 */
const foundByText = {
  now: 'heeft dit adres nu.',
  earlier: 'had dit adres eerder.',
  asked:
    'vroeg om dit adres, en niemand heeft dat bevestigd. Het kan dus van iemand anders zijn. Geef die alleen door dat het adres is ingevuld: het verdwijnt vanzelf, uiterlijk drie dagen daarna.',
}

/** Shows links to the people found by e-mail address, and to the organiser with that address if there is one. */
function SearchResult({ people, organiserId, submission }: FoundPeople & { submission: unknown }) {
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
              <Link href={routes.personalRecord(registrationId)}>
                <bdi>{name}</bdi>
              </Link>{' '}
              {foundByText[foundBy]}
            </UnorderedListItem>
          ))}
        </UnorderedList>
        {people.filter(({ foundBy }) => foundBy === 'now').length > 1 ? (
          <Paragraph>
            Meer namen hebben dit adres nu. Dat zijn collega’s met dezelfde mailbox, of iemand die zijn naam anders
            schreef.
          </Paragraph>
        ) : null}
      </FormStatus>
      {account}
    </>
  )
}
