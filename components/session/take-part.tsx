import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { dateAndTime } from '@/lib/platform/time'
import type { TakePartRefusal } from '@/lib/registrations/schema'
import { AskContact, type Contact } from './ask-contact'
import { LostLink } from './lost-link'
import { Markdown } from './markdown'
import { Reason } from './reason'
import styles from './take-part.module.css'
import { When } from './when'

/** A link that is not ours never comes this far: for that there is another page. */
type Why = Exclude<TakePartRefusal, 'unknown-link'>

type Props = {
  session: Contact & { slug: string; title: string; startsAt: Date; endsAt: Date; cancelledAt: Date | null } & {
    cancelReason: string | null
  }
  /** Markdown; null before the release. */
  agenda: string | null
  refusal: Why | null
  action: () => Promise<void>
}

/** Behind a participant's own link: when it is, what will be done, and the button that leads in. */
export function TakePart({ session, agenda, refusal, action }: Props) {
  return (
    <Flow>
      <title>Doe mee - Aanschuif</title>
      <PageTitle size="calm" over="Jouw kennissessie">
        {session.title}
      </PageTitle>
      <When startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
      {refusal ? (
        <Note tone={calm.has(refusal) ? 'info' : 'alarm'} lead={leads[refusal]}>
          {refusal === 'not-released'
            ? `Je krijgt hem per mail vóór ${dateAndTime(session.startsAt)}, samen met de agenda. Daarna werkt deze pagina.`
            : words[refusal]}
        </Note>
      ) : (
        <form action={action}>
          <SubmitButton>Doe mee</SubmitButton>
        </form>
      )}
      {refusal === 'session-cancelled' && session.cancelReason ? <Reason>{session.cancelReason}</Reason> : null}
      {agenda && !refusal ? (
        <section aria-labelledby="agenda" className={styles.agenda}>
          <Heading level={2} id="agenda">
            Agenda
          </Heading>
          <Markdown text={agenda} headingLevel={3} />
        </section>
      ) : null}
      <AskContact question={refusal ? 'Heb je een vraag?' : 'Lukt het niet, of kun je toch niet?'} of={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

/** Nothing went wrong: it only has to be waited for. */
const calm = new Set<Why>(['not-released', 'on-waiting-list'])

const leads: Record<Why, string> = {
  'not-released': 'De link komt nog.',
  'registration-cancelled': 'Je bent afgemeld.',
  'on-waiting-list': 'Je staat op de wachtlijst.',
  'session-cancelled': 'Deze kennissessie gaat niet door.',
  'session-over': 'Deze kennissessie is geweest.',
}

const words: Record<Exclude<Why, 'not-released'>, string> = {
  'registration-cancelled': 'Daarom werkt deze link niet meer. Wil je toch meedoen? Mail dan het contact hieronder.',
  'on-waiting-list': 'Daarom werkt deze link nog niet. Komt er een plek voor je vrij, dan krijg je een mail.',
  'session-cancelled': 'Je hoeft niets te doen.',
  'session-over': 'Meedoen kan niet meer.',
}

/** For a link that is not ours, was cut off or no longer works. */
export function UnknownLink() {
  return (
    <Page width="reading">
      <Flow>
        <title>Deze link werkt niet - Aanschuif</title>
        <PageTitle size="calm">Deze link werkt niet (meer)</PageTitle>
        <Paragraph>
          Heb je de link gekopieerd? Kijk dan of hij helemaal is meegekomen. Of open de nieuwste mail over de
          kennissessie en gebruik de knop die daarin staat.
        </Paragraph>
        <LostLink />
        <Paragraph>
          Lukt het niet? Op de pagina van elke kennissessie staat wie je kunt mailen.{' '}
          <Link href={routes.home()}>Bekijk alle kennissessies</Link>
        </Paragraph>
      </Flow>
    </Page>
  )
}
