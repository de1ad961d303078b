import { Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import { When } from '@/components/session/when'
import type { ConfirmRefusal } from '@/lib/own-sign-up/schema'

type Props = {
  email: string
  session: Contact & { title: string; startsAt: Date; endsAt: Date; cancelledAt: Date | null }
  confirmed: boolean
  refusal: Exclude<ConfirmRefusal, 'unknown-link'> | null
  action: () => Promise<void>
}

/** Behind the link in the mail to a new address: one question and one button, or why there is nothing to confirm. */
export function ConfirmAddress({ email, session, confirmed, refusal, action }: Props) {
  const asks = !confirmed && refusal === null
  const { title, lead, text } = words[confirmed ? 'confirmed' : (refusal ?? 'asks')]
  return (
    <Flow>
      <title>{`${title} - Aanschuif`}</title>
      <PageTitle size="calm" over={session.title}>
        {title}
      </PageTitle>
      <When startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
      {asks ? (
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
        <Note lead={lead} tone={confirmed ? 'good' : 'info'}>
          {text}
        </Note>
      )}
      <AskContact question="Kom je er niet uit?" of={session} />
    </Flow>
  )
}

const words: Record<
  NonNullable<Props['refusal']> | 'confirmed' | 'asks',
  { title: string; lead: string; text: string }
> = {
  asks: { title: 'Is dit je nieuwe e-mailadres?', lead: '', text: '' },
  confirmed: {
    title: 'Je e-mailadres is bevestigd',
    lead: 'Dit adres is bevestigd.',
    text: 'Alle mails gaan nu hierheen. Onderaan elke mail staat de link naar je aanmelding.',
  },
  expired: {
    title: 'Deze link werkt niet meer',
    lead: 'Deze link werkt niet meer.',
    text: 'Er is niets gewijzigd. Vraag bij je aanmelding opnieuw om een ander e-mailadres: de link staat onderaan elke mail op je oude adres.',
  },
  locked: {
    title: 'Wijzigen kan niet meer',
    lead: 'Wijzigen kan niet meer.',
    text: 'Je bent afgemeld, of deze kennissessie gaat niet door. Je hoeft niets te doen.',
  },
  'address-taken': {
    title: 'Met dit adres is al iemand aangemeld',
    lead: 'Met dit e-mailadres is al een aanmelding gedaan.',
    text: 'Er is niets gewijzigd. Gebruik die aanmelding: de link staat in de mails op dit adres. Was die afgemeld? Meld je dan opnieuw aan met dit adres. De andere aanmelding kun je afmelden met de link in de mails op je oude adres.',
  },
}
