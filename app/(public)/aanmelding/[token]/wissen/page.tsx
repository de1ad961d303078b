import { Link, Paragraph } from '@utrecht/component-library-react'
import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { eraseOwnRegistrationAction } from '@/app/(public)/aanmelding/[token]/actions'
import { ButtonForm } from '@/components/form/submission/button-form'
import { SubmitButton } from '@/components/form/submit-button'
import { describeRecordCounts } from '@/components/privacy/personal-record-copy'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import { ItemList } from '@/components/ui/text/item-list'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { getOwnRecord } from '@/lib/privacy/subject-access'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'

export default function EraseRegistrationPage({ params }: PageProps<'/aanmelding/[token]/wissen'>) {
  return ownRegistrationPage(params, async ({ token, registration, status }) => {
    const record = await getOwnRecord(token)
    if (!record) return null
    const loss = lossText(status, registration.session.capacity)
    return (
      <PageBody title="Wil je alles laten wissen?" eyebrow={record.session.title}>
        <Paragraph>Dit gaat weg:</Paragraph>
        <ItemList items={describeRecordCounts([record])} />
        {loss ? (
          <Paragraph>
            {loss} Dan is <Link href={routes.selfServiceCancel(token)}>afmelden</Link> genoeg.
          </Paragraph>
        ) : null}
        <Paragraph>
          Stond je naam in een notitie of een bericht van een organisator, dan halen we hem daar ook uit. Je krijgt er
          geen mail van, want we hebben je adres dan niet meer. Wil je eerst een kopie?{' '}
          <Link href={routes.selfServiceData(token)}>Neem je gegevens mee</Link>.
        </Paragraph>
        <Callout tone="alarm" title="Dit kun je niet terugdraaien." />
        <ButtonForm action={eraseOwnRegistrationAction.bind(null, token)}>
          <SubmitButton irreversible>Ja, wis alles van deze aanmelding</SubmitButton>
        </ButtonForm>
        <LinkParagraph href={routes.selfService(token)}>Nee, terug naar je aanmelding</LinkParagraph>
        <ContactPrompt question="Heb je een vraag?" contact={record.session} />
      </PageBody>
    )
  })
}

/** Returns a text that erasure also gives up the seat or the waitlist place, or `null` if there is neither. */
function lossText(status: OwnStatus, capacity: number | null) {
  if (status === 'waitlisted' || status === 'offered')
    return 'Je staat dan ook niet meer op de wachtlijst. Wil je daar alleen van af?'
  if (status !== 'signed-up') return null
  const seat = capacity === null ? ', en' : ': iemand anders kan je plek krijgen, en'
  return `Je bent dan ook niet meer aangemeld${seat} je vraag behandelen we niet. Wil je alleen niet meer komen?`
}
