import { Paragraph } from '@utrecht/component-library-react'
import { SubmitButton } from '@/components/form/submit-button'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import type { SessionSummary } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import type { ConfirmEmailRefusal } from '@/lib/registrations/self-service/schema'

type Props = {
  email: string
  session: Omit<SessionSummary, 'slug'>
  confirmed: boolean
  refusal: Exclude<ConfirmEmailRefusal, 'unknown-link'> | null
  action: () => Promise<void>
}

/** Asks to confirm a new e-mail address, or explains why there is nothing to confirm. */
export function ConfirmEmailChange({ email, session, confirmed, refusal, action }: Props) {
  const isPending = !confirmed && refusal === null
  const { title, calloutTitle, text } = copy[confirmed ? 'confirmed' : (refusal ?? 'asks')]
  return (
    <PageBody title={title} eyebrow={session.title}>
      <SessionDateTime session={session} />
      {isPending ? (
        <>
          <Paragraph>
            Alle mails over deze kennissessie gaan dan naar <strong>{email}</strong>. Je krijgt meteen een mail met
            nieuwe links: de links in je oude mails werken niet meer.
          </Paragraph>
          <form action={action}>
            <SubmitButton>Ja, dit is mijn e-mailadres</SubmitButton>
          </form>
          <Paragraph>Heb je dit niet gevraagd? Dan hoef je niets te doen.</Paragraph>
        </>
      ) : (
        <Callout title={calloutTitle} tone={confirmed ? 'good' : 'info'}>
          {text}
        </Callout>
      )}
      <ContactPrompt question="Kom je er niet uit?" contact={session} />
    </PageBody>
  )
}

const copy: Record<
  NonNullable<Props['refusal']> | 'confirmed' | 'asks',
  { title: string; calloutTitle: string; text: string }
> = {
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
