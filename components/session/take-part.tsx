import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { SubmitButton } from '@/components/form/submit-button'
import { Markdown } from '@/components/markdown/markdown'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { QuotedText } from '@/components/ui/quoted-text'
import { routes } from '@/lib/platform/routes'
import { dateAndTime } from '@/lib/platform/time'
import type { JoinMeetingRefusal } from '@/lib/registrations/schema'
import { type Contact, ContactPrompt } from './contact-prompt'
import { LinkRecoveryPrompt } from './link-recovery-prompt'
import { SessionDateTime } from './session-date-time'
import styles from './take-part.module.css'

/** A link that is not ours never comes this far: for that there is another page. */
type VisibleRefusal = Exclude<JoinMeetingRefusal, 'unknown-link'>

type Props = {
  session: Contact & { slug: string; title: string; startsAt: Date; endsAt: Date; cancelledAt: Date | null } & {
    cancelReason: string | null
  }
  /** Markdown; null before the release. */
  agenda: string | null
  refusal: VisibleRefusal | null
  action: () => Promise<void>
}

/** Behind a participant's own link: when it is, what will be done, and the button that leads in. */
export function TakePart({ session, agenda, refusal, action }: Props) {
  return (
    <Flow>
      <title>Doe mee - Aanschuif</title>
      <PageTitle size="calm" eyebrow="Jouw kennissessie">
        {session.title}
      </PageTitle>
      <SessionDateTime startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
      {refusal ? (
        <Callout tone={notAnError.has(refusal) ? 'info' : 'alarm'} title={refusalTitles[refusal]}>
          {refusal === 'not-released'
            ? `Je krijgt hem per mail vóór ${dateAndTime(session.startsAt)}, samen met de agenda. Daarna werkt deze pagina.`
            : refusalTexts[refusal]}
        </Callout>
      ) : (
        <form action={action}>
          <SubmitButton>Doe mee</SubmitButton>
        </form>
      )}
      {refusal === 'session-cancelled' && session.cancelReason ? <QuotedText>{session.cancelReason}</QuotedText> : null}
      {agenda && !refusal ? (
        <section aria-labelledby="agenda" className={styles.agenda}>
          <Heading level={2} id="agenda">
            Agenda
          </Heading>
          <Markdown text={agenda} headingLevel={3} />
        </section>
      ) : null}
      <ContactPrompt
        question={refusal ? 'Heb je een vraag?' : 'Lukt het niet, of kun je toch niet?'}
        contact={session}
      />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

/** Nothing went wrong: it only has to be waited for. */
const notAnError = new Set<VisibleRefusal>(['not-released', 'on-waiting-list'])

const refusalTitles: Record<VisibleRefusal, string> = {
  'not-released': 'De link komt nog.',
  'registration-cancelled': 'Je bent afgemeld.',
  'on-waiting-list': 'Je staat op de wachtlijst.',
  'session-cancelled': 'Deze kennissessie gaat niet door.',
  'session-over': 'Deze kennissessie is geweest.',
}

const refusalTexts: Record<Exclude<VisibleRefusal, 'not-released'>, string> = {
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
        <LinkRecoveryPrompt />
        <Paragraph>
          Lukt het niet? Op de pagina van elke kennissessie staat wie je kunt mailen.{' '}
          <Link href={routes.home()}>Bekijk alle kennissessies</Link>
        </Paragraph>
      </Flow>
    </Page>
  )
}
