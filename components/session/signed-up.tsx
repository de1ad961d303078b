import { Heading, Link, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { AskContact, type Contact } from './ask-contact'
import { LostLink } from './lost-link'
import type { WithPromise } from './session-view'

type Session = Contact & WithPromise & { slug: string; title: string; startsAt: Date; endsAt: Date }
type Receipt = { email: string; questionInTime: boolean }

type Props = {
  session: Session
  receipt: Receipt
  /** Where the participant's own link leads; null before the release. */
  takePart: string | null
}

/** After sending the form: what worked, which address gets the mail, what happens next, whom to ask. */
export function SignedUp({ session, receipt, takePart }: Props) {
  return (
    <Flow>
      <title>Je bent aangemeld - Aanschuif</title>
      <PageTitle size="calm" over={session.title}>
        Je bent aangemeld
      </PageTitle>
      <Paragraph>
        We zien je op <time dateTime={isoLocal(session.startsAt)}>{longDate(session.startsAt)}</time>,{' '}
        {timeRange(session.startsAt, session.endsAt)}, online.
      </Paragraph>
      {session.treatsQuestions ? <AboutQuestion inTime={receipt.questionInTime} /> : null}
      <Heading level={2}>Wat gebeurt er nu?</Heading>
      <OrderedList>
        <OrderedListItem>
          Je krijgt nu een bevestiging per mail, op <strong>{receipt.email}</strong>. Je antwoorden staan erin, met een
          link om ze te wijzigen of je af te melden. Niets gezien? Kijk dan ook bij ongewenste mail.
        </OrderedListItem>
        {session.treatsQuestions ? (
          <OrderedListItem>
            Mogen we contact met je opnemen? Dan vragen we je misschien vooraf om een korte toelichting op je vraag.
          </OrderedListItem>
        ) : null}
        {takePart ? (
          <OrderedListItem>
            In die mail staan ook de agenda en jouw link. <Link href={takePart}>Bekijk nu al waar je meedoet</Link>.
            Geef de link niet door: hij is van jou.
          </OrderedListItem>
        ) : (
          <OrderedListItem>Vóór de sessie mailen we je de link en de agenda.</OrderedListItem>
        )}
      </OrderedList>
      <AskContact question="Kom je er niet uit?" of={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Terug naar de kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

function AboutQuestion({ inTime }: { inTime: boolean }) {
  if (!inTime) return <Note lead="Je vraag kwam na de termijn.">We behandelen hem als er ruimte voor is.</Note>
  return (
    <Note tone="good" lead="Je vraag is op tijd.">
      Hij komt zeker aan bod in de sessie.
    </Note>
  )
}

/** The same page for somebody we know nothing about: who comes back later, on another device, or who never signed up. */
export function PerhapsSignedUp({ session }: { session: Session }) {
  return (
    <Flow>
      <title>Heb je je aangemeld? - Aanschuif</title>
      <PageTitle size="calm" over={session.title}>
        Heb je je aangemeld?
      </PageTitle>
      <Paragraph>
        Dan staat er een bevestiging in je mail, met al je antwoorden. Niets gezien? Kijk dan ook bij ongewenste mail.
        Staat hij daar ook niet, dan is je aanmelding niet gelukt.
      </Paragraph>
      <LostLink />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Naar de kennissessie</Link>
      </Paragraph>
      <AskContact question="Weet je het niet zeker?" of={session} />
    </Flow>
  )
}
