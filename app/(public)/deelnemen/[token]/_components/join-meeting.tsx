import { Heading } from '@utrecht/component-library-react'
import { SubmitButton } from '@/components/form/submit-button'
import { Markdown } from '@/components/markdown/markdown'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import type { SessionSummary } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import { QuotedText } from '@/components/ui/quoted-text'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { dateAndTime } from '@/lib/platform/time'
import type { JoinMeetingRefusal } from '@/lib/registrations/schema'
import styles from './join-meeting.module.css'

/** An unknown link has a page of its own. */
type ShownRefusal = Exclude<JoinMeetingRefusal, 'unknown-link'>

type Props = {
  session: SessionSummary & { cancelReason: string | null }
  /** Markdown; null before the release. */
  agenda: string | null
  refusal: ShownRefusal | null
  action: () => Promise<void>
}

/** Agenda of the session and the button that joins the meeting, or why joining is not possible. */
export function JoinMeeting({ session, agenda, refusal, action }: Props) {
  return (
    <PageBody title="Doe mee" heading={session.title} eyebrow="Jouw kennissessie">
      <SessionDateTime session={session} />
      {refusal ? (
        <Callout tone={temporaryRefusals.has(refusal) ? 'info' : 'alarm'} title={refusalTitles[refusal]}>
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
      <LinkParagraph href={routes.session(session.slug)}>Lees meer over deze kennissessie</LinkParagraph>
    </PageBody>
  )
}

/** These refusals are temporary, so they are shown as information. */
const temporaryRefusals = new Set<ShownRefusal>(['not-released', 'on-waiting-list'])

const refusalTitles: Record<ShownRefusal, string> = {
  'not-released': 'De link komt nog.',
  'registration-cancelled': 'Je bent afgemeld.',
  'on-waiting-list': 'Je staat op de wachtlijst.',
  'session-cancelled': 'Deze kennissessie gaat niet door.',
  'session-over': 'Deze kennissessie is geweest.',
}

const refusalTexts: Record<Exclude<ShownRefusal, 'not-released'>, string> = {
  'registration-cancelled': 'Daarom werkt deze link niet meer. Wil je toch meedoen? Mail dan het contact hieronder.',
  'on-waiting-list': 'Daarom werkt deze link nog niet. Komt er een plek voor je vrij, dan krijg je een mail.',
  'session-cancelled': 'Je hoeft niets te doen.',
  'session-over': 'Meedoen kan niet meer.',
}
