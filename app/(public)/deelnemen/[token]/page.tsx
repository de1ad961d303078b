import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { InvalidButtonLink } from '@/app/(public)/_components/invalid-link'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'
import { ButtonForm } from '@/components/form/submission/button-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Markdown } from '@/components/markdown/markdown'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { QuotedText } from '@/components/ui/quoted-text'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { dateAndTime } from '@/lib/platform/time'
import { joinMeetingRefusal } from '@/lib/registrations/rules'
import type { JoinMeetingRefusal } from '@/lib/registrations/schema'
import { getMeetingLink, getParticipation } from '@/lib/registrations/self-service/queries'
import styles from './_components/join-meeting.module.css'
import { joinMeetingAction } from './actions'

export const metadata = personalLinkMetadata

/** Shows the agenda and a button to join, or why joining is refused. Mail scanners open the page, so only the button joins. */
export default async function JoinMeetingPage({ params, searchParams }: PageProps<'/deelnemen/[token]'>) {
  const [{ token }, { toon }] = await Promise.all([params, searchParams])
  const participation = await getParticipation(token)
  if (!participation) return <InvalidButtonLink />
  const { session, release } = participation
  const meetingLink = toon === 'link' ? await getMeetingLink(token) : null
  const refusal = joinMeetingRefusal({ ...participation, isReleased: release !== null }, clock.now())
  return (
    <Page width="reading">
      <PageBody title="Doe mee" heading={session.title} eyebrow="Jouw kennissessie">
        <SessionDateTime session={session} />
        {refusal ? (
          <Callout tone={temporaryRefusals.has(refusal) ? 'info' : 'alarm'} title={refusalTitles[refusal]}>
            {refusal === 'not-released'
              ? `Je krijgt hem per mail vóór ${dateAndTime(session.startsAt)}, samen met de agenda. Daarna werkt deze pagina.`
              : refusalTexts[refusal]}
          </Callout>
        ) : (
          <ButtonForm action={joinMeetingAction.bind(null, token)}>
            <SubmitButton>Doe mee</SubmitButton>
            {/* Without JavaScript, the browser blocks a redirect that ends at http or in an app. */}
            <noscript>
              <Paragraph>
                Opent de vergadering niet?{' '}
                <Button type="submit" appearance="subtle-button" name="intent" value="show-link">
                  Laat de link zien
                </Button>
              </Paragraph>
            </noscript>
          </ButtonForm>
        )}
        {meetingLink && !refusal ? (
          <Callout title="Dit is de link van de vergadering.">
            <a className={`utrecht-link utrecht-link--html-a ${styles.link}`} href={meetingLink} rel="noreferrer">
              {meetingLink}
            </a>
          </Callout>
        ) : null}
        {refusal === 'session-cancelled' && session.cancelReason ? (
          <QuotedText>{session.cancelReason}</QuotedText>
        ) : null}
        {release && !refusal ? (
          <section aria-labelledby="agenda" className={styles.agenda}>
            <Heading level={2} id="agenda">
              Agenda
            </Heading>
            <Markdown text={release.agenda} headingLevel={3} />
          </section>
        ) : null}
        <ContactPrompt
          question={refusal ? 'Heb je een vraag?' : 'Lukt het niet, of kun je toch niet?'}
          contact={session}
        />
        <LinkParagraph href={routes.session(session.slug)}>Lees meer over deze kennissessie</LinkParagraph>
      </PageBody>
    </Page>
  )
}

/** A reason why a participant cannot join. Excludes `unknown-link`, for which another page is shown. */
type ShownRefusal = Exclude<JoinMeetingRefusal, 'unknown-link'>

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
