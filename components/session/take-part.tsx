import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import type { TakePartRefusal } from '@/lib/registrations/schema'
import { AskContact, type Contact } from './ask-contact'
import { Markdown } from './markdown'
import { When } from './when'

type Props = {
  session: Contact & { slug: string; title: string; startsAt: Date; endsAt: Date; cancelledAt: Date | null }
  /** Markdown; null before the release. */
  agenda: string | null
  refusal: TakePartRefusal | null
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
        <Note tone={refusal === 'not-released' ? 'info' : 'alarm'} lead={words[refusal].lead}>
          {words[refusal].text}
        </Note>
      ) : (
        <form action={action}>
          <SubmitButton>Doe mee</SubmitButton>
        </form>
      )}
      {agenda && !refusal ? (
        <section aria-labelledby="agenda">
          <Heading level={2} id="agenda">
            Agenda
          </Heading>
          <Markdown text={agenda} headingLevel={3} />
        </section>
      ) : null}
      <AskContact question="Lukt het niet, of kun je toch niet?" of={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

const words: Record<TakePartRefusal, { lead: string; text: string }> = {
  'not-released': {
    lead: 'De link komt nog.',
    text: 'Je krijgt hem per mail, samen met de agenda. Daarna werkt deze pagina.',
  },
  'registration-cancelled': {
    lead: 'Je bent afgemeld.',
    text: 'Daarom werkt deze link niet meer. Wil je toch meedoen? Mail dan het contact hieronder.',
  },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: 'Je hoeft niets te doen.' },
  'session-over': { lead: 'Deze kennissessie is geweest.', text: 'Meedoen kan niet meer.' },
  'unknown-link': {
    lead: 'Deze link werkt niet.',
    text: 'Kijk of de hele link is gekopieerd, of gebruik de knop in de nieuwste mail.',
  },
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
        <Paragraph>
          Lukt het niet? Op de pagina van elke kennissessie staat wie je kunt mailen.{' '}
          <Link href={routes.home()}>Bekijk alle kennissessies</Link>
        </Paragraph>
      </Flow>
    </Page>
  )
}
