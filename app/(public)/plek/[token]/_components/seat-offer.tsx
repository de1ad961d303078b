import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import type { SessionSummary } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'
import type { OfferRefusal } from '@/lib/registrations/waitlist/schema'
import styles from './seat-offer.module.css'

type Props = {
  session: SessionSummary & { registrationClosesAt: Date }
  /** Null without an offer. */
  offerExpiresAt: Date | null
  refusal: Exclude<OfferRefusal, 'unknown-link'> | null
  canRegister: boolean
  action: (form: FormData) => Promise<void>
}

/** Offers a seat to a waitlisted participant, or tells what became of the offer. */
export function SeatOffer({ session, offerExpiresAt, refusal, canRegister, action }: Props) {
  const { title, text, tone } = offerTexts[refusal ?? 'offered']
  return (
    <PageBody title={title.replace(/\.$/, '')} heading={session.title} eyebrow="Jouw plek">
      <SessionDateTime session={session} />
      <Callout tone={tone} title={title}>
        {refusal === null && offerExpiresAt ? `We houden hem voor je vrij ${formatDeadline(offerExpiresAt)}.` : text}
      </Callout>
      {refusal === null ? (
        <>
          <form action={action} className={styles.choice}>
            <Button type="submit" name="intent" value="take" appearance="primary-action-button">
              Ik neem de plek
            </Button>
            <Button type="submit" name="intent" value="decline" appearance="secondary-action-button">
              Ik kom niet
            </Button>
          </form>
          <Paragraph>Kom je niet? Dan krijgt iemand anders de plek, en sta je niet meer op de wachtlijst.</Paragraph>
        </>
      ) : null}
      {refusal && offWaitlist.has(refusal) && canRegister ? (
        <Paragraph>
          <Link href={routes.register(session.slug)}>Meld je opnieuw aan</Link>. Dat kan{' '}
          {formatDeadline(session.registrationClosesAt)}.
        </Paragraph>
      ) : null}
      <ContactPrompt question="Heb je een vraag?" contact={session} />
      <LinkParagraph href={routes.session(session.slug)}>Lees meer over deze kennissessie</LinkParagraph>
    </PageBody>
  )
}

const offWaitlist = new Set<OfferRefusal>(['registration-cancelled', 'declined', 'offer-expired'])

type OfferText = { title: string; text: string; tone: 'good' | 'info' | 'alarm' }

const offerTexts: Record<Exclude<OfferRefusal, 'unknown-link'> | 'offered', OfferText> = {
  offered: { title: 'Er is een plek voor je.', text: '', tone: 'info' },
  'has-seat': {
    title: 'Je hebt een plek.',
    text: 'Je bent aangemeld. Je krijgt een bevestiging per mail.',
    tone: 'good',
  },
  'not-offered': {
    title: 'Je staat op de wachtlijst.',
    text: 'Er is nu geen plek voor je vrij. Ben je aan de beurt, dan krijg je een mail.',
    tone: 'info',
  },
  declined: {
    title: 'Je hebt de plek niet genomen.',
    text: 'Fijn dat je het liet weten. Je krijgt geen mail meer over deze kennissessie.',
    tone: 'info',
  },
  'offer-expired': {
    title: 'Deze plek is niet meer voor je vrij.',
    text: 'De tijd om te kiezen is voorbij.',
    tone: 'alarm',
  },
  'registration-cancelled': {
    title: 'Je bent afgemeld.',
    text: 'Daarom is er geen plek meer voor je vrij.',
    tone: 'alarm',
  },
  'session-cancelled': {
    title: 'Deze kennissessie gaat niet door.',
    text: 'Je hoeft niets te doen.',
    tone: 'alarm',
  },
}
