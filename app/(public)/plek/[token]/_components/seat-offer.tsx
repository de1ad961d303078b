import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'
import type { OfferRefusal } from '@/lib/registrations/waitlist/schema'
import styles from './seat-offer.module.css'

type Props = {
  session: Contact & {
    slug: string
    title: string
    startsAt: Date
    endsAt: Date
    registrationClosesAt: Date
    cancelledAt: Date | null
  }
  /** From then on the place goes to somebody else; null when none is offered. */
  offerExpiresAt: Date | null
  refusal: Exclude<OfferRefusal, 'unknown-link'> | null
  /** Whether who is off the list can sign up again. */
  canRegister: boolean
  action: (form: FormData) => Promise<void>
}

/** Behind the link of who waits: the place that is kept for them, and the two buttons, or what became of it. */
export function SeatOffer({ session, offerExpiresAt, refusal, canRegister, action }: Props) {
  const { title, text, tone } = offerTexts[refusal ?? 'offered']
  return (
    <Flow>
      <title>{`${title.replace(/\.$/, '')} - Aanschuif`}</title>
      <PageTitle size="calm" eyebrow="Jouw plek">
        {session.title}
      </PageTitle>
      <SessionDateTime startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
      <Callout tone={tone} title={title}>
        {refusal === null && offerExpiresAt ? `We houden hem voor je vrij ${formatDeadline(offerExpiresAt)}.` : text}
      </Callout>
      {refusal === null ? (
        <form action={action} className={styles.choice}>
          <Button type="submit" name="intent" value="take" appearance="primary-action-button">
            Ik neem de plek
          </Button>
          <Button type="submit" name="intent" value="decline" appearance="secondary-action-button">
            Ik kom niet
          </Button>
        </form>
      ) : null}
      {refusal === null ? (
        <Paragraph>Kom je niet? Dan krijgt iemand anders de plek, en sta je niet meer op de wachtlijst.</Paragraph>
      ) : null}
      {refusal && offWaitlist.has(refusal) && canRegister ? (
        <Paragraph>
          <Link href={routes.register(session.slug)}>Meld je opnieuw aan</Link>. Dat kan{' '}
          {formatDeadline(session.registrationClosesAt)}.
        </Paragraph>
      ) : null}
      <ContactPrompt question="Heb je een vraag?" contact={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
    </Flow>
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
