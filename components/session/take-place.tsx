import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { untilInWords } from '@/lib/platform/time'
import type { PlaceRefusal } from '@/lib/registrations/schema-places'
import { AskContact, type Contact } from './ask-contact'
import styles from './take-place.module.css'
import { When } from './when'

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
  until: Date | null
  refusal: Exclude<PlaceRefusal, 'unknown-link'> | null
  /** Whether who is off the list can sign up again. */
  canSignUp: boolean
  action: (form: FormData) => Promise<void>
}

/** Behind the link of who waits: the place that is kept for them, and the two buttons, or what became of it. */
export function TakePlace({ session, until, refusal, canSignUp, action }: Props) {
  const { lead, text, tone } = words[refusal ?? 'offered']
  return (
    <Flow>
      <title>{`${lead.replace(/\.$/, '')} - Aanschuif`}</title>
      <PageTitle size="calm" over="Jouw plek">
        {session.title}
      </PageTitle>
      <When startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
      <Note tone={tone} lead={lead}>
        {refusal === null && until ? `We houden hem voor je vrij ${untilInWords(until)}.` : text}
      </Note>
      {refusal === null ? (
        <form action={action} className={styles.choice}>
          <Button type="submit" name="press" value="take" appearance="primary-action-button">
            Ik neem de plek
          </Button>
          <Button type="submit" name="press" value="decline" appearance="secondary-action-button">
            Ik kom niet
          </Button>
        </form>
      ) : null}
      {refusal === null ? (
        <Paragraph>Kom je niet? Dan krijgt iemand anders de plek, en sta je niet meer op de wachtlijst.</Paragraph>
      ) : null}
      {refusal && offTheList.has(refusal) && canSignUp ? (
        <Paragraph>
          <Link href={routes.signUp(session.slug)}>Meld je opnieuw aan</Link>. Dat kan{' '}
          {untilInWords(session.registrationClosesAt)}.
        </Paragraph>
      ) : null}
      <AskContact question="Heb je een vraag?" of={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

const offTheList = new Set<PlaceRefusal>(['registration-cancelled', 'declined', 'offer-over'])

type Told = { lead: string; text: string; tone: 'good' | 'info' | 'alarm' }

const words: Record<Exclude<PlaceRefusal, 'unknown-link'> | 'offered', Told> = {
  offered: { lead: 'Er is een plek voor je.', text: '', tone: 'info' },
  'has-place': {
    lead: 'Je hebt een plek.',
    text: 'Je bent aangemeld. Je krijgt een bevestiging per mail.',
    tone: 'good',
  },
  'not-offered': {
    lead: 'Je staat op de wachtlijst.',
    text: 'Er is nu geen plek voor je vrij. Ben je aan de beurt, dan krijg je een mail.',
    tone: 'info',
  },
  declined: {
    lead: 'Je hebt de plek niet genomen.',
    text: 'Fijn dat je het liet weten. Je krijgt geen mail meer over deze kennissessie.',
    tone: 'info',
  },
  'offer-over': {
    lead: 'Deze plek is niet meer voor je vrij.',
    text: 'De tijd om te kiezen is voorbij.',
    tone: 'alarm',
  },
  'registration-cancelled': {
    lead: 'Je bent afgemeld.',
    text: 'Daarom is er geen plek meer voor je vrij.',
    tone: 'alarm',
  },
  'session-cancelled': {
    lead: 'Deze kennissessie gaat niet door.',
    text: 'Je hoeft niets te doen.',
    tone: 'alarm',
  },
}
