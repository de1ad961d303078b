import { Paragraph } from '@utrecht/component-library-react'
import { InvalidSelfServiceLink } from '@/app/(public)/_components/invalid-link'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'
import { ButtonForm } from '@/components/form/submission/button-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { clock } from '@/lib/platform/clock'
import { getEmailChangeRequest } from '@/lib/registrations/self-service/email-change'
import type { ConfirmEmailRefusal } from '@/lib/registrations/self-service/schema'
import { confirmEmailChangeAction } from './actions'

export const metadata = personalLinkMetadata

/** Asks to confirm a new e-mail address, or shows the result. Mail scanners open the page, so only the button confirms. */
export default async function ConfirmEmailChangePage({ params }: PageProps<'/aanmelding/nieuw-adres/[token]'>) {
  const { token } = await params
  const request = await getEmailChangeRequest(token, clock.now())
  if (!request) return <InvalidSelfServiceLink />
  const { email, session, confirmed, refusal } = request
  const isPending = !confirmed && refusal === null
  const { title, calloutTitle, text } = copy[confirmed ? 'confirmed' : (refusal ?? 'asks')]
  return (
    <Page width="reading">
      <PageBody title={title} eyebrow={session.title}>
        <SessionDateTime session={session} />
        {isPending ? (
          <>
            <Paragraph>
              Alle mails over deze kennissessie gaan dan naar <strong>{email}</strong>. Je krijgt meteen een mail met
              nieuwe links: de links in je oude mails werken niet meer.
            </Paragraph>
            <ButtonForm action={confirmEmailChangeAction.bind(null, token)}>
              <SubmitButton>Ja, dit is mijn e-mailadres</SubmitButton>
            </ButtonForm>
            <Paragraph>Heb je dit niet gevraagd? Dan hoef je niets te doen.</Paragraph>
          </>
        ) : (
          <Callout title={calloutTitle} tone={confirmed ? 'good' : 'info'}>
            {text}
          </Callout>
        )}
        <ContactPrompt question="Kom je er niet uit?" contact={session} />
      </PageBody>
    </Page>
  )
}

type Outcome = Exclude<ConfirmEmailRefusal, 'unknown-link'> | 'confirmed' | 'asks'

const copy: Record<Outcome, { title: string; calloutTitle: string; text: string }> = {
  asks: { title: 'Is dit je nieuwe e-mailadres?', calloutTitle: '', text: '' },
  confirmed: {
    title: 'Je e-mailadres is bevestigd',
    calloutTitle: 'Dit adres is bevestigd.',
    text: 'Alle mails gaan nu hierheen. Onderaan elke mail staat de link naar je aanmelding.',
  },
  expired: {
    title: 'Deze link werkt niet meer',
    calloutTitle: 'Deze link werkt niet meer.',
    text: 'Er is niets gewijzigd. Vraag bij je aanmelding opnieuw om een ander e-mailadres: de link staat onderaan elke mail op je oude adres.',
  },
  locked: {
    title: 'Wijzigen kan niet meer',
    calloutTitle: 'Wijzigen kan niet meer.',
    text: 'Je bent afgemeld, of deze kennissessie gaat niet door. Je hoeft niets te doen.',
  },
  'address-taken': {
    title: 'Met dit adres is al iemand aangemeld',
    calloutTitle: 'Met dit e-mailadres is al een aanmelding gedaan.',
    text: 'Er is niets gewijzigd. Gebruik die aanmelding: de link staat in de mails op dit adres. Was die afgemeld? Meld je dan opnieuw aan met dit adres. De andere aanmelding kun je afmelden met de link in de mails op je oude adres.',
  },
}
