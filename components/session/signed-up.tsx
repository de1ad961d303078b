import { Heading, Link, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'

type Props = {
  session: {
    slug: string
    title: string
    startsAt: Date
    endsAt: Date
    contactName: string
    contactEmail: string
  }
  /** Null for somebody who comes here later, or on another device. */
  receipt: { email: string; questionInTime: boolean } | null
}

/** After sending the form: what worked, which address gets the mail, what happens next, whom to ask. */
export function SignedUp({ session, receipt }: Props) {
  return (
    <Flow>
      <PageTitle size="calm" over={session.title}>
        Je bent aangemeld
      </PageTitle>
      <Paragraph>
        We zien je op <time dateTime={isoLocal(session.startsAt)}>{longDate(session.startsAt)}</time>,{' '}
        {timeRange(session.startsAt, session.endsAt)}, online.
      </Paragraph>
      {receipt ? <YourQuestion inTime={receipt.questionInTime} /> : null}
      <Heading level={2}>Wat gebeurt er nu?</Heading>
      <OrderedList>
        <OrderedListItem>
          Je krijgt nu een bevestiging per mail
          {receipt ? (
            <>
              , op <strong>{receipt.email}</strong>
            </>
          ) : null}
          . Je antwoorden staan erin. Niets gezien? Kijk dan ook bij ongewenste mail.
        </OrderedListItem>
        <OrderedListItem>Misschien vragen we je vooraf om een korte toelichting op je vraag.</OrderedListItem>
        <OrderedListItem>Vóór de sessie mailen we je de link en de agenda.</OrderedListItem>
      </OrderedList>
      <Paragraph>
        Klopt er iets niet, of kun je toch niet? Mail {session.contactName}:{' '}
        <Link href={`mailto:${session.contactEmail}`}>{session.contactEmail}</Link>.
      </Paragraph>
      <Paragraph>
        <Link href={routes.session(session.slug)}>Terug naar de kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

function YourQuestion({ inTime }: { inTime: boolean }) {
  return inTime ? (
    <Note tone="good" lead="Je vraag is op tijd.">
      Hij komt zeker aan bod in de sessie.
    </Note>
  ) : (
    <Note lead="Je vraag kwam na de termijn.">We behandelen hem als er ruimte voor is.</Note>
  )
}
