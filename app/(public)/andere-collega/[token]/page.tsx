import { Heading, Paragraph } from '@utrecht/component-library-react'
import { InvalidButtonLink } from '@/app/(public)/_components/invalid-link'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'
import { ButtonForm } from '@/components/form/submission/button-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { DescriptionList } from '@/components/ui/text/description-list'
import { clock } from '@/lib/platform/clock'
import { longDate } from '@/lib/platform/time'
import { listPendingRegistrations } from '@/lib/registrations/pending-registration'
import type { RegisterColleagueRefusal } from '@/lib/registrations/schema'
import { registerColleagueAction } from './actions'

export const metadata = personalLinkMetadata

/** Asks readers of a shared mailbox which later sign-ups are of other colleagues. Only the buttons register them. */
export default async function OtherColleaguePage({ params, searchParams }: PageProps<'/andere-collega/[token]'>) {
  const { token } = await params
  const { mislukt } = await searchParams
  const found = await listPendingRegistrations(token, clock.now())
  if (!found) return <InvalidButtonLink />
  const { registration, session, pending } = found
  const refusal = refusalCopy[mislukt as keyof typeof refusalCopy]
  return (
    <Page width="reading">
      <PageBody title="Is dit een andere collega?" eyebrow={session.title}>
        <SessionDateTime session={session} />
        {refusal ? <Callout title="De collega is niet aangemeld.">{refusal}</Callout> : null}
        <Paragraph>
          Met <strong>{registration.email}</strong> is al aangemeld: <bdi>{registration.name}</bdi>, op{' '}
          {longDate(registration.createdAt)}. Die aanmelding blijft zoals hij is.
        </Paragraph>
        {pending.length === 0 ? (
          <Callout title="Er staat niets meer klaar.">
            De collega is al aangemeld, of het is te lang geleden. In de mails op dit adres staat wie er is aangemeld.
          </Callout>
        ) : null}
        {pending.map(({ id, form, workplace, createdAt, answers }) => (
          <section key={id} aria-label={form.name} className="flow">
            <Heading level={2}>
              <bdi>{form.name}</bdi>
            </Heading>
            <DescriptionList
              items={[
                { term: 'Ingevuld op', detail: longDate(createdAt) },
                { term: 'Gemeente of organisatie', detail: workplace },
                { term: 'Functie', detail: form.role },
                ...answers,
              ]}
            />
            <ButtonForm action={registerColleagueAction.bind(null, token)}>
              <input type="hidden" name="pending" value={id} />
              <SubmitButton>Ja, dit is een andere collega: meld {form.name} aan</SubmitButton>
            </ButtonForm>
          </section>
        ))}
        <Paragraph>Is het geen andere collega? Dan hoef je niets te doen. Na zeven dagen wissen we dit.</Paragraph>
        <ContactPrompt question="Kom je er niet uit?" contact={session} />
      </PageBody>
    </Page>
  )
}

const refusalCopy: Partial<Record<RegisterColleagueRefusal, string>> = {
  gone: 'Dit is al gedaan, het is te lang geleden, of de kennissessie is voorbij.',
  'form-changed': 'Het formulier is intussen veranderd. Vraag je collega om zich opnieuw aan te melden.',
  'full-and-closed': 'De kennissessie is vol, en aanmelden kan niet meer.',
}
